import { z } from "zod";

// Params of a list's address, the same in the browser's address, the API's, a saved view and a CSV. What makes no sense
// there is left out, so that an old or mistyped link still shows the list.

/** Rows of a page at most, and ids a selection may have. */
export const MAX_LIMIT = 500;
export const DEFAULT_LIMIT = 50;
const MAX_TEXT = 200;

/** What somebody typed: the first 200 characters of it, without control characters, which no database takes. */
export const typedText = z
  .string()
  .transform((text) =>
    text
      .replace(/\p{Cc}/gu, " ")
      .trim()
      .slice(0, MAX_TEXT)
      .trim(),
  )
  .transform((text) => text || undefined);

/** Values with commas between them; the ones that make no sense are left out, and without any there is no filter. */
export function commaList<Value extends z.ZodType>(value: Value, most = MAX_LIMIT) {
  return z.string().transform((text) => {
    const values = valuesOf(text, value, most);
    return values.length > 0 ? values : undefined;
  });
}

/** Ids of a selection: one that holds nothing sensible holds nothing, where a filter would let everything pass. */
export function selection<Value extends z.ZodType>(value: Value) {
  return z.string().transform((text) => valuesOf(text, value, MAX_LIMIT));
}

function valuesOf<Value extends z.ZodType>(text: string, value: Value, most: number): z.output<Value>[] {
  const found = text.split(",").flatMap((part) => {
    const parsed = value.safeParse(part.trim());
    return parsed.success ? [parsed.data] : [];
  });
  return [...new Set(found)].slice(0, most);
}

/** A day (2026-03-01) or a moment (2026-03-01T08:00:00Z). */
export const momentParam = z.union([z.iso.date(), z.iso.datetime({ offset: true })]);

/** What every list is asked besides its own filters. `cursor` is checked where it is read. */
export const listParams = {
  q: typedText.optional(),
  cursor: z.string().optional(),
  limit: z.coerce
    .number()
    .int()
    .transform((limit) => Math.min(Math.max(limit, 1), MAX_LIMIT))
    .catch(DEFAULT_LIMIT)
    .default(DEFAULT_LIMIT),
};

/** A list's question as the params of an address, without what is as usual; the opposite of its schema. */
export function toListParams(
  query: Record<string, string | number | readonly string[] | undefined>,
  usual: Record<string, unknown> = {},
): Record<string, string> {
  const params: Record<string, string> = {};
  for (const [name, value] of Object.entries(query)) {
    if (value === undefined || value === usual[name]) continue;
    const text = typeof value === "object" ? value.join(",") : String(value);
    if (text !== "" || name === "ids") params[name] = text;
  }
  return params;
}
