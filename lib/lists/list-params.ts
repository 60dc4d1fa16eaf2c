// Params of a list's address, the same in the browser's address, the API's, a saved view and a CSV. What makes no sense
// there is left out, so that an old or mistyped link still shows the list. The server reads them with the schemas in
// list-params-schema.ts; what stands here says the same for the browser, without a schema library.

/** Rows of a page at most, and ids a selection may have. */
export const MAX_LIMIT = 500;
/** A screen and a half: the browser asks for the next hundred while these are looked at. */
export const DEFAULT_LIMIT = 30;
const MAX_TEXT = 200;

/** What every list is asked besides its own filters; a filter of several values lets through what has any of them. */
export type ListQuery<Sort extends string> = {
  q?: string | undefined;
  cursor?: string | undefined;
  limit: number;
  /** The selection: only rows with these ids. */
  ids?: string[] | undefined;
  sort: Sort;
};

/** What somebody typed: the first 200 characters of it, without control characters, which no database takes. */
export function cleanText(text: string): string | undefined {
  const plain = text.replace(/\p{Cc}/gu, " ").trim();
  return plain.slice(0, MAX_TEXT).trim() || undefined;
}

/** The values that make sense, each once; without any there is no filter. */
export function sensible<Value extends string>(
  values: readonly Value[],
  makesSense: (value: Value) => boolean = () => true,
): Value[] | undefined {
  const found = [...new Set(values)].filter(makesSense).slice(0, MAX_LIMIT);
  return found.length > 0 ? found : undefined;
}

/** The value when it is a day (2026-03-01) or a moment (2026-03-01T08:00:00Z). */
export function sensibleMoment(value: string | null): string | undefined {
  const shape = /^(\d{4}-\d\d-\d\d)(T\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:\d\d))?$/.exec(value ?? "");
  if (!value || !shape || Number.isNaN(Date.parse(value))) return undefined;
  const [, day = ""] = shape;
  // 30 February would be read as a day in March.
  return new Date(`${day}T00:00:00Z`).toISOString().startsWith(day) ? value : undefined;
}

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
