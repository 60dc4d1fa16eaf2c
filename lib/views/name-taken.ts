import "server-only";
import { getTranslations } from "next-intl/server";
import { AppError } from "@/lib/errors";

/** For `.catch`: a name that the person has already given to another view of the list becomes an error of that field. */
export async function nameTaken(error: unknown): Promise<never> {
  if (!isTaken(error)) throw error;
  const t = await getTranslations("errors");
  throw new AppError("INVALID_INPUT", { fieldErrors: { name: [t("fields.viewNameTaken")] }, cause: error });
}

/** Drizzle wraps what the database says; both databases name the index. */
function isTaken(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  if ("constraint" in error && error.constraint === "saved_views_name") return true;
  return isTaken(error.cause);
}
