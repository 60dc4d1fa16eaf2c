import { isRecord, own, type UnknownRecord } from "./record";

/**
 * Finds the raw templates in whatever Ion answered: an array, `{provisioningReferences: {refs: [...]}}` (or an array
 * there), `{provisioningReference: {...}}`, or a bare template. Envelopes may be nested; anything else yields none.
 * Source: CONTRACT.md sections 2.7 and 5.3.
 */
export function unwrapTemplates(body: unknown): UnknownRecord[] {
  return collect(body, MAX_DEPTH);
}

/** Deeper nesting than any envelope Ion documents; a longer chain is not an answer. */
const MAX_DEPTH = 5;

function collect(body: unknown, depth: number): UnknownRecord[] {
  if (depth === 0) return [];
  if (Array.isArray(body)) return body.flatMap((entry) => collect(entry, depth - 1));
  if (!isRecord(body)) return [];

  for (const key of ["provisioningReferences", "refs", "provisioningReference"]) {
    const inner = own(body, key);
    if (inner !== undefined) return collect(inner, depth - 1);
  }
  const looksLikeTemplate = ["defs", "$defs", "definitions", "properties"].some((key) =>
    isRecord(own(body, key)),
  );
  return looksLikeTemplate ? [body] : [];
}
