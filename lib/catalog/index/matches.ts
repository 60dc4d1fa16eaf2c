import type { FacetName } from "../schemas";
import { NONE } from "./catalog-index";
import { GrowingNumbers } from "./growing-numbers";
import { placeIn } from "./place-in";

/** What the products and plans that match come to. Only what matches takes room. */
export type Matches = {
  /** Products that match. */
  total: number;
  planTotal: number;
  /** The products, in the order of their numbers; `ranks`, `named` and `facts` have a place for each. */
  products: Uint32Array;
  /** How well they match: 1 is an exact id or name. */
  ranks: Uint8Array;
  /** The matching plan to name: the cheapest that can be ordered (its price is the product's), else the first; NONE for a product without plans. */
  named: Uint32Array;
  /** Bit 0: one of the matching plans is billed by use. Bit 1: one can be ordered. Bit 1 + r: one can't for reason r. */
  facts: Uint16Array;
  /** The plans that match: those of the product at place p are `plans[planStart[p]]` up to the next one's start. */
  planStart: Uint32Array;
  plans: Uint32Array;
  /** Products by facet and value code (of categories one more, for none): those that match everything but the facet's own choice. */
  counts: Record<FacetName, Uint32Array>;
  /** Products that match and can be ordered, whatever the filter says. */
  orderableCount: number;
};

export const USAGE = 1;
export const CAN_BE_ORDERED = 2;
export const NO_PLANS = 1 << 15;

/** One product that matches. */
export type Match = { rank: number; named: number; facts: number; plans: Uint32Array };

/** What matches of a product; undefined when it does not. */
export function matchOf(matches: Matches, product: number): Match | undefined {
  const { products, ranks, named, facts, planStart, plans } = matches;
  const place = placeIn(products, product);
  if (products[place] !== product) return undefined;
  return {
    rank: ranks[place] ?? 0,
    named: named[place] ?? NONE,
    facts: facts[place] ?? 0,
    plans: plans.subarray(planStart[place], planStart[place + 1]),
  };
}

/** Collects what matches, product by product. One is used for all questions: each is answered in one go. */
export class MatchCollector {
  private readonly columns = {
    products: new GrowingNumbers(),
    ranks: new GrowingNumbers(),
    named: new GrowingNumbers(),
    facts: new GrowingNumbers(),
    planStart: new GrowingNumbers(),
    plans: new GrowingNumbers(),
  };

  /** Forgets the question before. */
  begin(): void {
    for (const column of Object.values(this.columns)) column.clear();
    this.columns.planStart.push(0);
  }

  /** A matching plan of the product that is added next. */
  addPlan(plan: number): void {
    this.columns.plans.push(plan);
  }

  addProduct(product: number, { rank, named, facts }: Omit<Match, "plans">): void {
    const { columns } = this;
    columns.products.push(product);
    columns.ranks.push(rank);
    columns.named.push(named);
    columns.facts.push(facts);
    columns.planStart.push(columns.plans.length);
  }

  /** All that was added. */
  collected(): Omit<Matches, "counts" | "orderableCount"> {
    const { products, ranks, named, facts, planStart, plans } = this.columns;
    return {
      total: products.length,
      planTotal: plans.length,
      products: products.copy(),
      ranks: new Uint8Array(ranks.view()),
      named: named.copy(),
      facts: new Uint16Array(facts.view()),
      planStart: planStart.copy(),
      plans: plans.copy(),
    };
  }
}
