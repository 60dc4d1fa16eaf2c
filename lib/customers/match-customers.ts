import { fold, foldedWords } from "@/lib/fold";
import { indexOf } from "./customer-index";
import type { CustomerRow } from "./schemas";

/**
 * The customers that best answer what somebody typed, best first: names that start with it, then names with a word that
 * starts with it, then any other match. Nothing typed: the first names of the alphabet.
 */
export function matchCustomers(
  rows: readonly CustomerRow[],
  question: string,
  isVisible: (customerId: string) => boolean,
  limit: number,
): CustomerRow[] {
  const index = indexOf(rows);
  const words = foldedWords(question);
  const typed = words.join(" ");
  const ranked: [CustomerRow[], CustomerRow[], CustomerRow[]] = [[], [], []];
  for (const row of index.ordered("name")) {
    if (!isVisible(row.id)) continue;
    const text = index.haystack.get(row.id) ?? "";
    if (!words.every((word) => text.includes(word))) continue;
    ranked[rankOf(row, typed)].push(row);
    if (ranked[0].length >= limit) break;
  }
  return ranked.flat().slice(0, limit);
}

function rankOf(row: CustomerRow, typed: string): 0 | 1 | 2 {
  if (typed === row.id) return 0;
  const name = fold(row.organization);
  if (name.startsWith(typed)) return 0;
  return name.includes(` ${typed}`) ? 1 : 2;
}
