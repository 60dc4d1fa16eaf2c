import { foldedWords } from "@/lib/fold";
import type { CatalogIndex } from "./catalog-index";
import { GRAM } from "./id-grams";
import { nearestWords } from "./nearest-words";

/** Plans found by an id, a part number or a part of one, as the database has them. */
export type IdHits = {
  hits: readonly { productId: string; position: number; exact: boolean }[];
  /** There are more; the fragment is in too many ids to find anything by it. */
  more: boolean;
};
/** Asks the database for ids with `fragment` in them (folded); `exact` marks those that are `whole`. */
export type FindIds = (fragment: string, whole: string) => Promise<IdHits>;

/** What one word of a question found: words of the vocabulary, products by id, plans by the ids of plan and SKU. */
export type WordHits = {
  /** The word that is looked for: what was written, or what was probably meant. */
  word: string;
  vocabulary: readonly number[];
  products: readonly number[];
  plans: readonly { plan: number; exact: boolean }[];
};

export type Correction = { from: string; to: string };

/** A question taken apart and looked up, ready for the pass over the plans. */
export type ResolvedQuestion = {
  words: readonly WordHits[];
  /** The whole question, folded, with the words that were corrected. */
  whole: string;
  corrections: readonly Correction[];
  /** Fragments of ids that were too broad to be followed to the end. */
  tooBroad: readonly string[];
};

/** The longest words of a question count; each has a bit in the pass. */
export const MAX_WORDS = 30;
const MAX_ID_LOOKUPS = 4;
const ID_LENGTH = 4;

/** Whether a word may be (a part of) an id: it has a digit, or something between its letters. */
function looksLikeId(word: string): boolean {
  return word.length >= ID_LENGTH && (/\d/.test(word) || /[^\s:_/.,-][:_/.,-]+[^\s:_/.,-]/.test(word));
}

/** The distinct folded words of a question. */
export function wordsOf(q: string): string[] {
  const words = [...new Set(foldedWords(q))];
  if (words.length <= MAX_WORDS) return words;
  const longest = new Set(words.toSorted((one, other) => other.length - one.length).slice(0, MAX_WORDS));
  return words.filter((word) => longest.has(word));
}

/**
 * Looks the words of a question up. Ids and part numbers are asked for only where a word looks like one, or where the
 * catalog's texts do not have it. A word that nothing has is replaced by the nearest one of the catalog, unless the
 * question is `literal`.
 */
export async function resolveQuestion(
  index: CatalogIndex,
  { q, literal }: { q: string; literal: boolean },
  findIds: FindIds,
): Promise<ResolvedQuestion> {
  const written = wordsOf(q);
  const whole = foldedWords(q).join(" ");
  const found = written.map((word) => lookUp(index, word));
  const asked = found
    .filter(
      ({ word, vocabulary, products }) => looksLikeId(word) || vocabulary.length + products.length === 0,
    )
    .toSorted((one, other) => other.word.length - one.word.length)
    .slice(0, MAX_ID_LOOKUPS);
  // A whole id is found whatever it looks like: "K1", or one with spaces in it.
  const line = `\n${whole}\n`;
  const fragments = [...asked.map(({ word }) => word), ...(whole === "" ? [] : [line])];
  const ids = new Map(
    await Promise.all(fragments.map(async (fragment) => [fragment, await findIds(fragment, whole)] as const)),
  );
  const wholes = plansOf(index, ids.get(line));
  const corrections: Correction[] = [];
  const words = found.map((hits) => {
    const plans = [...plansOf(index, ids.get(hits.word)), ...wholes];
    if (literal || hits.vocabulary.length + hits.products.length + plans.length > 0)
      return { ...hits, plans };
    const [nearest] = nearestWords(index, hits.word, 1);
    if (nearest === undefined) return hits;
    corrections.push({ from: hits.word, to: nearest });
    return lookUp(index, nearest);
  });
  const meant = new Map(corrections.map(({ from, to }) => [from, to]));
  return {
    words,
    whole: foldedWords(q)
      .map((word) => meant.get(word) ?? word)
      .join(" "),
    corrections,
    tooBroad: asked.filter(({ word }) => ids.get(word)?.more).map(({ word }) => word),
  };
}

/** What a word finds in memory. */
export function lookUp(index: CatalogIndex, word: string): WordHits {
  const vocabulary: number[] = [];
  index.vocabulary.words.eachIncluding(word, (one) => vocabulary.push(one));
  return { word, vocabulary, products: productsWithId(index, word, vocabulary.length > 0), plans: [] };
}

/**
 * Products with the part in their id. One of a letter or two is in nearly every id: where texts have it (`inTexts`), it
 * counts only at the beginning.
 */
function productsWithId(
  { foldedIds, productIdGrams }: CatalogIndex,
  part: string,
  inTexts: boolean,
): number[] {
  if (part.length >= GRAM)
    return productIdGrams.candidates(part).filter((product) => foldedIds.at(product).includes(part));
  const products: number[] = [];
  const add = (product: number) => products.push(product);
  if (inTexts) foldedIds.eachStartingWith(part, add);
  else foldedIds.eachIncluding(part, add);
  return products;
}

function plansOf(index: CatalogIndex, found: IdHits | undefined): WordHits["plans"] {
  return (found?.hits ?? []).flatMap(({ productId, position, exact }) => {
    const plan = planAt(index, productId, position);
    return plan === undefined ? [] : [{ plan, exact }];
  });
}

/** The plan at a place of a product; undefined when the index is older or newer than that. */
export function planAt(index: CatalogIndex, productId: string, position: number): number | undefined {
  const product = index.ordinals.get(productId);
  if (product === undefined) return undefined;
  const end = index.planStart[product + 1] ?? 0;
  for (let plan = index.planStart[product] ?? 0; plan < end; plan += 1) {
    if (index.position[plan] === position) return plan;
  }
  return undefined;
}
