const OTHER = 27;
const DIGIT = 26;

/** A word without the brackets, commas and quotes around it. */
export function bareWord(word: string): string {
  return word.replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, "");
}

/** Which letters a folded word has: a bit for each of a to z, one for digits, one for everything else. */
export function lettersOf(word: string): number {
  let letters = 0;
  for (let index = 0; index < word.length; index += 1) {
    const code = word.charCodeAt(index);
    const bit = code >= 97 && code <= 122 ? code - 97 : code >= 48 && code <= 57 ? DIGIT : OTHER;
    letters |= 1 << bit;
  }
  return letters >>> 0;
}

/** How many letters only one of the two has. One edit of a word changes two at most. */
export function letterDifference(one: number, other: number): number {
  let bits = one ^ other;
  let count = 0;
  while (bits !== 0) {
    bits &= bits - 1;
    count += 1;
  }
  return count;
}
