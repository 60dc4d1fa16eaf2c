import { fold } from "@/lib/fold";

const INT4_MAX = 2_147_483_647;

/** A whole number as an integer column takes it; null for one that does not fit, which nobody ordered. */
export function integerColumn(value: number | null): number | null {
  return value !== null && Math.abs(value) <= INT4_MAX ? value : null;
}

/** An ISO time as a column takes it; null for years before 1 and after 9999, which PostgreSQL reads differently. */
export function timeColumn(iso: string | null): string | null {
  return iso !== null && /^\d{4}-/.test(iso) && !iso.startsWith("0000") ? iso : null;
}

/** What a row is found by: each part folded, once, on a line of its own, so that no search finds across two parts. */
export function searchColumn(parts: Iterable<string | null | undefined>): string {
  const found = new Set<string>();
  for (const part of parts) {
    const folded = fold(part ?? "");
    if (folded !== "") found.add(folded);
  }
  return [...found].join("\n");
}
