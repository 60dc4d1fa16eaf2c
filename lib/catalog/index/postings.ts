import { GrowingNumbers } from "./growing-numbers";
import type { Pause } from "./sort-in-slices";

const SLICE = 200_000;

/** Rows by word: those of word w are `rows[start[w]]` up to `rows[start[w + 1]]`, in order, each once. */
export type Postings = { start: Uint32Array; rows: Uint32Array };

/** Collects postings row by row. Rows come in order. */
export class PostingsBuilder {
  private readonly words = new GrowingNumbers();
  private readonly rows = new GrowingNumbers();
  /** Of each word the last row, plus one. */
  private readonly last = new GrowingNumbers();

  add(word: number, row: number): void {
    if (this.last.at(word) === row + 1) return;
    this.last.set(word, row + 1);
    this.words.push(word);
    this.rows.push(row);
  }

  /** The postings of words 0 to `wordCount` - 1; `pause` is awaited now and then. */
  async build(wordCount: number, pause: Pause): Promise<Postings> {
    const words = this.words.view();
    const rows = this.rows.view();
    const start = new Uint32Array(wordCount + 1);
    for (let index = 0; index < words.length; index += 1) {
      const word = words[index] ?? 0;
      start[word + 1] = (start[word + 1] ?? 0) + 1;
    }
    await pause();
    for (let word = 0; word < wordCount; word += 1) {
      start[word + 1] = (start[word + 1] ?? 0) + (start[word] ?? 0);
    }
    const next = start.slice();
    const sorted = new Uint32Array(rows.length);
    for (let index = 0; index < rows.length; index += 1) {
      const word = words[index] ?? 0;
      const place = next[word] ?? 0;
      sorted[place] = rows[index] ?? 0;
      next[word] = place + 1;
      if (index % SLICE === SLICE - 1) await pause();
    }
    return { start, rows: sorted };
  }
}

/** How many rows a word has. */
export function countOf({ start }: Postings, word: number): number {
  return (start[word + 1] ?? 0) - (start[word] ?? 0);
}

/** Calls `take` with each row of a word; a plain loop, since common words have as many rows as there are plans. */
export function eachRow({ start, rows }: Postings, word: number, take: (row: number) => void): void {
  const end = start[word + 1] ?? 0;
  for (let at = start[word] ?? 0; at < end; at += 1) take(rows[at] ?? 0);
}
