import { BitSet } from "./bit-set";
import { type CatalogIndex, isFew } from "./catalog-index";
import { countOf, eachRow, type Postings } from "./postings";
import type { ResolvedQuestion, WordHits } from "./question";

/** A SKU's name has all but the first or last word of the question in one piece, or all of it. */
export const NEAR = 1;
export const PHRASE = 2;

type Marks = {
  /** A bit for each word; 0 without words. */
  full: number;
  single: boolean;
  /** The question as it is compared with names and ids. */
  whole: string;
  names: Uint32Array;
  /** Words in vendor and id. */
  products: Uint32Array;
  keywords: Uint32Array;
  plans: Uint32Array;
  exactPlans: ReadonlySet<number>;
};

/** Marks are of one question only, and asked in one go: every question writes on the same pages. */
const scratch = {
  names: new Uint32Array(),
  products: new Uint32Array(),
  keywords: new Uint32Array(),
  plans: new Uint32Array(),
};

/** A scratch column with `length` zeros. */
function blank(column: keyof typeof scratch, length: number): Uint32Array {
  if (scratch[column].length < length) scratch[column] = new Uint32Array(length);
  else scratch[column].fill(0, 0, length);
  return scratch[column];
}

/** Sets the bit of each word wherever the word was found. Read them before the next question is marked. */
export function markWords(index: CatalogIndex, { words, whole }: ResolvedQuestion): Marks {
  const productCount = words.length > 0 ? index.productCount : 0;
  const names = blank("names", productCount);
  const products = blank("products", productCount);
  const keywords = blank("keywords", productCount);
  const plans = blank("plans", words.length > 0 ? index.planCount : 0);
  const exactPlans = new Set<number>();
  const { vocabulary } = index;
  words.forEach((hits, place) => {
    const bit = (1 << place) >>> 0;
    for (const word of hits.vocabulary) {
      mark(vocabulary.names, word, names, bit);
      mark(vocabulary.vendors, word, products, bit);
      mark(vocabulary.keywords, word, keywords, bit);
      mark(vocabulary.plans, word, plans, bit);
    }
    for (const product of hits.products) products[product] = (products[product] ?? 0) | bit;
    for (const { plan, exact } of hits.plans) {
      plans[plan] = (plans[plan] ?? 0) | bit;
      if (exact) exactPlans.add(plan);
    }
  });
  return {
    full: 2 ** words.length - 1,
    single: words.length === 1,
    whole,
    names,
    products,
    keywords,
    plans,
    exactPlans,
  };
}

/** How much of a question of several words the name of a SKU says in these very words: NEAR, PHRASE or 0. */
export function spokenIn(
  index: CatalogIndex,
  whole: string,
  candidates: Uint32Array | null,
): (name: number) => number {
  const { foldedSkuNames, values } = index;
  const words = whole.split(" ");
  const nearly = words.length > 2 ? [words.slice(1).join(" "), words.slice(0, -1).join(" ")] : [];
  if (candidates !== null && isFew(index, candidates.length)) {
    return (name) => {
      const text = foldedSkuNames.at(name);
      if (text.includes(whole)) return PHRASE;
      return nearly.some((part) => text.includes(part)) ? NEAR : 0;
    };
  }
  const said = new Uint8Array(values.skuName.length);
  const says = (how: number) => (name: number) => {
    said[name] = how;
  };
  for (const part of nearly) foldedSkuNames.eachIncluding(part, says(NEAR));
  foldedSkuNames.eachIncluding(whole, says(PHRASE));
  return (name) => said[name] ?? 0;
}

function mark(postings: Postings, word: number, marks: Uint32Array, bit: number): void {
  eachRow(postings, word, (row) => {
    marks[row] = (marks[row] ?? 0) | bit;
  });
}

/**
 * The products that are left to be looked at, in the order of their numbers: those that have the rarest word of the
 * question somewhere. Null where none is ruled out.
 */
export function candidatesOf(
  { vocabulary, productCount, productOfPlan }: CatalogIndex,
  { words }: ResolvedQuestion,
): Uint32Array | null {
  const { names, vendors, keywords, plans } = vocabulary;
  const ofProducts = [names, vendors, keywords];
  const all = [...ofProducts, plans];
  const rowsOf = (word: WordHits) =>
    word.products.length +
    word.plans.length +
    word.vocabulary.reduce(
      (sum, one) => all.reduce((rows, postings) => rows + countOf(postings, one), sum),
      0,
    );
  const [rarest] = words
    .map((word) => ({ word, rows: rowsOf(word) }))
    .sort((one, other) => one.rows - other.rows);
  // A word that nearly all have rules nobody out.
  if (!rarest || rarest.rows > productCount) return null;
  const products = new BitSet(productCount);
  const { word } = rarest;
  for (const product of word.products) products.add(product);
  for (const { plan } of word.plans) products.add(productOfPlan[plan] ?? 0);
  for (const one of word.vocabulary) {
    for (const postings of ofProducts) eachRow(postings, one, (product) => products.add(product));
    eachRow(plans, one, (plan) => products.add(productOfPlan[plan] ?? 0));
  }
  return products.toNumbers();
}
