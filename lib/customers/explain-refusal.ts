import "server-only";
import { getTranslations } from "next-intl/server";
import { AppError } from "@/lib/errors";
import { refusedField } from "./refused-fields";

/** For `.catch`: a refusal by Ion that is about one field becomes INVALID_INPUT with its text there; the rest passes. */
export async function explainRefusal(error: unknown): Promise<never> {
  const refused = refusedField(error);
  if (!refused) throw error;
  const t = await getTranslations("errors.fields");
  throw new AppError("INVALID_INPUT", {
    fieldErrors: { [refused.field]: [t(refused.message)] },
    cause: error,
  });
}
