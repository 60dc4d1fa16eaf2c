import type { BillingPeriod, NotOrderableReason, Plan } from "../schemas";
import type { FoldedTexts } from "./folded-texts";
import type { IdGrams } from "./id-grams";
import type { Postings } from "./postings";

/** What the index takes of a product of the mirror. */
export type IndexedProduct = {
  id: string;
  name: string;
  sortName: string;
  vendor: string | null;
  categoryIds: readonly string[];
  caption: string | null;
  keywords: readonly string[];
  disabled: boolean;
};

/** What the index takes of a plan. */
export type IndexedPlan = {
  position: number;
  /** Folded, each between line ends; of them only small pieces are kept. */
  ids: string;
  skuName: string;
  planName: string;
  billing: string;
  unit: string;
  term: string | null;
  currency: string | null;
  /** Decimal text. */
  price: string | null;
  /** Price of a year, for order only. */
  yearly: string | null;
  usageBased: boolean;
  notOrderable: string | null;
};

/** The words of all names, folded, and where each stands. */
export type Vocabulary = {
  words: FoldedTexts;
  /** Products with the word in their name, by their vendor, among their keywords. */
  names: Postings;
  vendors: Postings;
  keywords: Postings;
  /** Plans with the word in the name of SKU or plan. */
  plans: Postings;
  /** Which letters a word has, a bit each, and how many: two numbers tell most words apart without comparing them. */
  letters: Uint32Array;
  lengths: Uint16Array;
};

/** What each price rank is made of: code of the currency, 0 for recurring and 1 for one-time prices, amount (for order only). */
export type PriceRanks = { currency: Uint16Array; kind: Uint8Array; amount: Float64Array };

/** A number no plan and no rank has. */
export const NONE = 0xffffffff;

/**
 * The catalog of one account as search needs it: numbers in columns, texts by code, no object per plan. It never changes:
 * a newer catalog is another index. Products are numbered in the order of their ids, plans follow their products.
 */
export type CatalogIndex = {
  productCount: number;
  planCount: number;

  ids: readonly string[];
  ordinals: ReadonlyMap<string, number>;
  names: readonly string[];
  captions: readonly (string | null)[];
  disabled: Uint8Array;
  vendor: Uint32Array;
  /** Categories of product p: `categories[categoryStart[p]]` up to the next one's start. */
  categoryStart: Uint32Array;
  categories: Uint32Array;
  /** Plans of product p: `planStart[p]` up to the next one's start. */
  planStart: Uint32Array;

  position: Uint32Array;
  skuName: Uint32Array;
  billing: Uint8Array;
  unit: Uint8Array;
  term: Uint16Array;
  currency: Uint16Array;
  /** Code of the decimal text, plus one; 0 is unknown. */
  price: Uint32Array;
  usageBased: Uint8Array;
  /** 0 can be ordered, else why not, plus one. */
  reason: Uint8Array;
  /** Place of the plan's price among all prices, equal for equal ones; NONE without a price. */
  priceRank: Uint32Array;

  values: {
    vendor: readonly (string | null)[];
    category: readonly string[];
    skuName: readonly string[];
    billing: readonly BillingPeriod[];
    unit: readonly Plan["unit"][];
    term: readonly (string | null)[];
    currency: readonly (string | null)[];
    price: readonly string[];
    reason: readonly NotOrderableReason[];
  };
  categoryNames: ReadonlyMap<string, string>;

  foldedNames: FoldedTexts;
  foldedIds: FoldedTexts;
  foldedSkuNames: FoldedTexts;
  vocabulary: Vocabulary;
  /** Of plans' ids and part numbers, which the database has; of the products' own ids, which are `foldedIds`. */
  idGrams: IdGrams;
  productIdGrams: IdGrams;

  /** Products by name, and each one's place there. */
  byName: Uint32Array;
  nameRank: Uint32Array;
  /** Products by vendor, then name. */
  byVendor: Uint32Array;
  productOfPlan: Uint32Array;
  prices: PriceRanks;
};

/** One product in so many is few: to look at each of them, or to sort them, is less than to go through all. */
const FEW = 32;

/** Whether so many products are few of all. */
export function isFew({ productCount }: CatalogIndex, products: number): boolean {
  return products * FEW < productCount;
}
