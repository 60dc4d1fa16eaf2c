/** What PostgreSQL has no place for in a text: the character 0, and halves of surrogate pairs. */
const UNSTORABLE = /\\u(0000|d[89a-f])/i;
const REPLACEMENT = "\ufffd";

/** JSON that PostgreSQL takes: characters it can't store are replaced by U+FFFD. */
export function databaseJson(value: unknown): string {
  const json = JSON.stringify(value);
  // A text that only speaks of such an escape is cleaned for nothing, which changes nothing.
  return UNSTORABLE.test(json) ? JSON.stringify(storable(value)) : json;
}

function storable(value: unknown): unknown {
  if (typeof value === "string") return value.toWellFormed().replaceAll("\0", REPLACEMENT);
  if (Array.isArray(value)) return value.map(storable);
  if (value === null || typeof value !== "object" || value instanceof Date) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [storable(key), storable(inner)] as const),
  );
}
