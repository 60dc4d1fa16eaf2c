import { distance } from "fastest-levenshtein";
import type { CatalogIndex, Vocabulary } from "./catalog-index";
import { bareWord, letterDifference, lettersOf } from "./letters";
import { countOf } from "./postings";

type Candidate = { word: string; edits: number; sameFirst: boolean; rows: number };

/** How far a word may be from what was meant: short words resemble each other by chance. */
function mostEdits(length: number): number {
  if (length < 4) return 0;
  return length < 6 ? 1 : 2;
}

/**
 * Words of the catalog that somebody who wrote `word` may have meant, the best first: one or two letters wrong, missing,
 * too many or swapped; where none is, words that begin so. Numbers are never guessed.
 */
export function nearestWords({ vocabulary }: CatalogIndex, word: string, limit: number): string[] {
  const most = mostEdits(word.length);
  if (most === 0 || /\d/.test(word)) return [];
  const whole = wholeWords(vocabulary, word, most);
  const candidates = whole.length > 0 ? whole : beginnings(vocabulary, word);
  const best = new Map<string, Candidate>();
  for (const one of candidates.sort(byFitness)) if (!best.has(one.word)) best.set(one.word, one);
  return [...best.keys()].slice(0, limit);
}

function byFitness(one: Candidate, other: Candidate): number {
  return (
    one.edits - other.edits ||
    Number(other.sameFirst) - Number(one.sameFirst) ||
    other.rows - one.rows ||
    (one.word < other.word ? -1 : 1)
  );
}

function wholeWords(vocabulary: Vocabulary, word: string, most: number): Candidate[] {
  const { words, letters, lengths } = vocabulary;
  const wanted = lettersOf(word);
  const found: Candidate[] = [];
  for (let index = 0; index < words.size; index += 1) {
    if (Math.abs((lengths[index] ?? 0) - word.length) > most) continue;
    if (letterDifference(letters[index] ?? 0, wanted) > 2 * most) continue;
    const candidate = candidateOf(vocabulary, index, bareWord(words.at(index)), word);
    if (candidate.edits > 0 && candidate.edits <= most) found.push(candidate);
  }
  return found;
}

/** Words whose beginning is one edit away: somebody is still typing. */
function beginnings(vocabulary: Vocabulary, word: string): Candidate[] {
  const found: Candidate[] = [];
  vocabulary.words.eachStartingWith(word.charAt(0), (index) => {
    const bare = bareWord(vocabulary.words.at(index));
    if (bare.length <= word.length) return;
    const edits = editsBetween(bare.slice(0, word.length), word);
    if (edits === 1) found.push({ ...candidateOf(vocabulary, index, bare, word), edits });
  });
  return found;
}

function candidateOf(vocabulary: Vocabulary, index: number, bare: string, word: string): Candidate {
  const { names, vendors, keywords, plans } = vocabulary;
  const rows = [names, vendors, keywords, plans].reduce((sum, one) => sum + countOf(one, index), 0);
  return { word: bare, edits: editsBetween(bare, word), sameFirst: bare[0] === word[0], rows };
}

/** Edits from one word to the other; two neighbours that changed places are one edit. */
function editsBetween(one: string, other: string): number {
  const edits = distance(one, other);
  return edits === 2 && isSwap(one, other) ? 1 : edits;
}

function isSwap(one: string, other: string): boolean {
  if (one.length !== other.length) return false;
  let first = 0;
  while (one[first] === other[first]) first += 1;
  return (
    one[first] === other[first + 1] &&
    one[first + 1] === other[first] &&
    one.slice(first + 2) === other.slice(first + 2)
  );
}
