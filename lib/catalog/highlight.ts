import { fold } from "@/lib/fold";

/** From where to where a text is marked: two places of the text, the second not included. */
export type HighlightRange = [from: number, to: number];

/** Letters that folding makes small and leaves where they are. */
const PLAIN = /^[ -~]*$/;

/**
 * Where a text has the folded words of a question, in order and without overlaps. Places are those of the text as it is
 * shown, whatever folding did to its length.
 */
export function highlightRanges(text: string, words: readonly string[]): HighlightRange[] {
  if (words.length === 0) return [];
  const { folded, places } = PLAIN.test(text)
    ? { folded: text.toLowerCase(), places: null }
    : foldWithPlaces(text);
  const ranges: HighlightRange[] = [];
  for (const word of words) {
    if (word === "") continue;
    for (let at = folded.indexOf(word); at !== -1; at = folded.indexOf(word, at + word.length)) {
      const end = at + word.length;
      ranges.push(places ? [places[at]?.[0] ?? 0, places[end - 1]?.[1] ?? text.length] : [at, end]);
    }
  }
  return joined(ranges);
}

/** The folded text, and of each of its letters the place in the text it came from. */
function foldWithPlaces(text: string): { folded: string; places: HighlightRange[] } {
  let folded = "";
  const places: HighlightRange[] = [];
  let at = 0;
  for (const letter of text) {
    const end = at + letter.length;
    const part = /\s/.test(letter) ? " " : fold(letter);
    // An accent on its own belongs to the letter before it.
    const before = places.at(-1);
    if (part === "" && before) before[1] = end;
    for (let index = 0; index < part.length; index += 1) places.push([at, end]);
    folded += part;
    at = end;
  }
  return { folded, places };
}

function joined(ranges: readonly HighlightRange[]): HighlightRange[] {
  const result: HighlightRange[] = [];
  for (const [from, to] of ranges.toSorted((one, other) => one[0] - other[0] || one[1] - other[1])) {
    const last = result.at(-1);
    if (last && from <= last[1]) last[1] = Math.max(last[1], to);
    else result.push([from, to]);
  }
  return result;
}
