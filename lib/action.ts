import "server-only";
import { unstable_rethrow } from "next/navigation";
import { getTranslations } from "next-intl/server";
import type { z } from "zod";
import { AppError } from "./errors";
import { fieldErrorsOf } from "./field-errors";
import { inSpan, markFailed } from "./observe/tracer";
import { toUserFacing, type UserFacingError } from "./user-facing";

/** What every server action returns. Actions never throw to the browser. */
export type ActionResult<T> = { ok: true; data: T } | { ok: false; error: UserFacingError };

/**
 * The frame of every server action: parse the untrusted argument, run, return a value.
 *
 * A wrong argument answers INVALID_INPUT with a text per field and runs nothing. `redirect()` and `notFound()` pass.
 */
export async function runAction<Schema extends z.ZodType, T>(
  schema: Schema,
  raw: unknown,
  run: (input: z.output<Schema>) => Promise<T>,
): Promise<ActionResult<T>> {
  return inSpan("action", {}, async (span) => {
    try {
      const parsed = schema.safeParse(raw);
      if (!parsed.success) {
        const t = await getTranslations("errors");
        throw new AppError("INVALID_INPUT", { fieldErrors: fieldErrorsOf(parsed.error, t) });
      }
      return { ok: true, data: await run(parsed.data) };
    } catch (error) {
      unstable_rethrow(error);
      const told = await toUserFacing(error);
      markFailed(span, told.code);
      return { ok: false, error: told };
    }
  });
}
