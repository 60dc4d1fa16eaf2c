import type { z } from "zod";
import type { FieldErrors } from "./errors";

/** A translator of the `errors` namespace, from `useTranslations` or `getTranslations`. */
export type ErrorTexts = {
  (key: string, params?: Record<string, string | number>): string;
  has(key: string): boolean;
};

/**
 * Texts per field from a zod error. A schema names its text by using a key of `errors.fields` as its message
 * (`z.string().min(1, "required")`); zod's own wording never reaches a person.
 */
export function fieldErrorsOf(error: z.ZodError, t: ErrorTexts): FieldErrors {
  const fieldErrors: FieldErrors = {};
  for (const issue of error.issues) {
    const path = issue.path.map(String).join(".");
    fieldErrors[path] = [...(fieldErrors[path] ?? []), fieldErrorText(issue, t)];
  }
  return fieldErrors;
}

/** The text for one zod issue, by its own key, or by its kind. */
export function fieldErrorText(
  issue: { message?: string | undefined; code?: string | undefined; maximum?: unknown; minimum?: unknown },
  t: ErrorTexts,
): string {
  const own = `fields.${issue.message}`;
  const limits = { maximum: Number(issue.maximum ?? 0), minimum: Number(issue.minimum ?? 0) };
  if (issue.message && /^[a-zA-Z]+$/.test(issue.message) && t.has(own)) return t(own, limits);
  if (issue.code === "too_big") return t("fields.tooLong", limits);
  if (issue.code === "too_small") return t("fields.required");
  return t("fields.invalid");
}
