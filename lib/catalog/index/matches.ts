import type { FacetName } from "../schemas";
import { NONE } from "./catalog-index";
import { GrowingNumbers } from "./growing-numbers";

/** What the products and plans that match come to. Only what matches takes room. */
export type Matches = {
  /** Products that match. */
  total: number;
  planTotal: number;
  /** The products, in the order of their numbers; `ranks`, `plan` and `facts` have a place for each. */
  products: Uint32Array;
  /** How well they match: 1 is an exact id or name. */
  ranks: Uint8Array;
  /** The matching plan to name: the cheapest that can be ordered (its price is the product's), else the first; NONE for a product without plans. */
  plan: Uint32Array;
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
export type Match = { rank: number; plan: number; facts: number; plans: Uint32Array };

/** What matches of a product; undefined when it does not. */
export function matchOf(matches: Matches, product: number): Match | undefined {
  const { products, ranks, plan, facts, planStart, plans } = matches;
  let low = 0;
  let high = products.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((products[middle] ?? 0) < product) low = middle + 1;
    else high = middle;
  }
  if (products[low] !== product) return undefined;
  return {
    rank: ranks[low] ?? 0,
    plan: plan[low] ?? NONE,
    facts: facts[low] ?? 0,
    plans: plans.subarray(planStart[low], planStart[low + 1]),
  };
}

/** Collects what matches, product by product. One is used for all questions: each is answered in one go. */
export class MatchCollector {
  private readonly products = new GrowingNumbers();
  private readonly ranks = new GrowingNumbers();
  private readonly plan = new GrowingNumbers();
  private readonly facts = new GrowingNumbers();
  private readonly planStart = new GrowingNumbers();
  private readonly plans = new GrowingNumbers();

  /** Forgets the question before. */
  begin(): void {
    for (const column of Object.values(this)) if (column instanceof GrowingNumbers) column.length = 0;
    this.planStart.push(0);
  }

  /** A matching plan of the product that is added next. */
  addPlan(plan: number): void {
    this.plans.push(plan);
  }

  addProduct(product: number, { rank, plan, facts }: Omit<Match, "plans">): void {
    this.products.push(product);
    this.ranks.push(rank);
    this.plan.push(plan);
    this.facts.push(facts);
    this.planStart.push(this.plans.length);
  }

  /** All that was added. */
  collected(): Omit<Matches, "counts" | "orderableCount"> {
    return {
      total: this.products.length,
      planTotal: this.plans.length,
      products: this.products.copy(),
      ranks: new Uint8Array(this.ranks.view()),
      plan: this.plan.copy(),
      facts: new Uint16Array(this.facts.view()),
      planStart: this.planStart.copy(),
      plans: this.plans.copy(),
    };
  }
}
