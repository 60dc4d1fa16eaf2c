import { z } from "zod";
import { cleanText, DEFAULT_LIMIT, MAX_LIMIT } from "./list-params";

// How the server reads the params of a list's address, see list-params.ts.

export const typedText = z.string().transform(cleanText);

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
