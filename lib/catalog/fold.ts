/** Letters that no decomposition turns into plain ones. */
const LETTERS: Record<string, string> = { ß: "ss", æ: "ae", œ: "oe", ø: "o", ł: "l", đ: "d", ı: "i" };

/** Text as search compares it: lower case, without accents, full-width forms as ordinary ones. */
export function fold(text: string): string {
  return text
    .normalize("NFKD")
    .toLowerCase()
    .replaceAll(/\p{M}/gu, "")
    .replaceAll(/[ßæœøłđı]/g, (letter) => LETTERS[letter] ?? letter);
}

const MAX_WORDS = 12;

/** The different words of a query, folded; all of them have to be found. */
export function queryWords(query: string): string[] {
  return [...new Set(fold(query).split(/\s+/u).filter(Boolean))].slice(0, MAX_WORDS);
}
