import { fold, foldedWords } from "@/lib/fold";
import { type CatalogPlan, type CatalogRow, compareCost } from "./catalog-row";
import { NO_VALUE } from "./facet-values";
import type { CatalogQuery, FacetName } from "./schemas";

/** A product that matches, with what its matching plans come to. */
export type Match = {
  row: CatalogRow;
  /** How well it fits the words: 0 is an exact id or name. */
  rank: number;
  matchingPlanCount: number;
  cheapest: CatalogPlan | null;
  usageBased: boolean;
  reasons: ReadonlySet<string>;
};

export type CatalogSearch = {
  matches: Match[];
  /** Products by facet and value: those that match everything but the facet's own choice. */
  counts: Record<FacetName, Map<string, number>>;
  orderableCount: number;
};

/** One bit a filter: a plan that fails one filter only still counts for that filter's own facet. */
const FAILS = { vendor: 1, category: 2, billing: 4, term: 8, currency: 16, orderable: 32 };

/** Counts each product once a value. */
class ProductCounter {
  readonly counts = new Map<string, number>();
  private readonly lastSeen = new Map<string, number>();

  add(value: string, product: number): void {
    if (this.lastSeen.get(value) === product) return;
    this.lastSeen.set(value, product);
    this.counts.set(value, (this.counts.get(value) ?? 0) + 1);
  }
}

/**
 * Finds products by words and facets. All words have to be found in the product and one of its plans together; that
 * plan has to pass all plan filters at once. The product's keywords help only where no plan has the words by itself, so
 * "business premium" finds that SKU and not all of its product. Pure and in one pass: 100,000 plans take some 20
 * milliseconds.
 */
export function searchCatalog(
  rows: readonly CatalogRow[],
  query: Pick<CatalogQuery, "q" | FacetName | "orderable">,
): CatalogSearch {
  const words = [...new Set(foldedWords(query.q))];
  const whole = fold(query.q);
  const chosen = {
    vendor: new Set(query.vendor),
    category: new Set(query.category),
    billing: new Set(query.billing),
    term: new Set(query.term),
    currency: new Set(query.currency),
  };
  const counters = {
    vendor: new ProductCounter(),
    category: new ProductCounter(),
    billing: new ProductCounter(),
    term: new ProductCounter(),
    currency: new ProductCounter(),
  };
  const planFails = (plan: CatalogPlan): number => {
    let fails = 0;
    if (chosen.billing.size > 0 && !chosen.billing.has(plan.billing)) fails |= FAILS.billing;
    if (chosen.term.size > 0 && !chosen.term.has(plan.term ?? NO_VALUE)) fails |= FAILS.term;
    if (chosen.currency.size > 0 && !chosen.currency.has(plan.currency ?? NO_VALUE)) fails |= FAILS.currency;
    if (query.orderable && plan.notOrderable !== null) fails |= FAILS.orderable;
    return fails;
  };

  const matches: Match[] = [];
  let orderableCount = 0;
  rows.forEach((row, index) => {
    const named = words.filter((word) => !row.text.includes(word));
    const strict = named.length === 0 || row.plans.some((plan) => hasAll(plan.text, named));
    const left = strict ? named : named.filter((word) => !row.keywords.includes(word));
    const vendor = row.vendor ?? NO_VALUE;
    const categories = row.categoryIds.length > 0 ? row.categoryIds : [NO_VALUE];
    let productFails = 0;
    if (chosen.vendor.size > 0 && !chosen.vendor.has(vendor)) productFails |= FAILS.vendor;
    if (chosen.category.size > 0 && !categories.some((id) => chosen.category.has(id))) {
      productFails |= FAILS.category;
    }
    let matchingPlanCount = 0;
    let cheapest: CatalogPlan | null = null;
    let usageBased = false;
    let orderable = false;
    let exact = whole !== "" && row.text.includes(`\n${whole}\n`);
    let found = false;
    let phrase = false;
    const reasons = new Set<string>();
    const count = (fails: number) => {
      if ((fails & ~FAILS.vendor) === 0) counters.vendor.add(vendor, index);
      if ((fails & ~FAILS.category) === 0) for (const id of categories) counters.category.add(id, index);
    };

    // A product without plans is found by its own words, and by no filter on plans.
    if (row.plans.length === 0 && left.length === 0) {
      const filtersPlans = chosen.billing.size + chosen.term.size + chosen.currency.size > 0;
      const fails =
        productFails |
        (filtersPlans ? FAILS.billing | FAILS.term : 0) |
        (query.orderable ? FAILS.orderable : 0);
      count(fails);
      if (fails === 0) found = true;
      reasons.add("no-plans");
    }
    for (const plan of row.plans) {
      if (left.length > 0 && !hasAll(plan.text, left)) continue;
      const fails = productFails | planFails(plan);
      // More than one failed filter counts nowhere.
      if ((fails & (fails - 1)) !== 0) continue;
      count(fails);
      if ((fails & ~FAILS.billing) === 0) counters.billing.add(plan.billing, index);
      if ((fails & ~FAILS.term) === 0) counters.term.add(plan.term ?? NO_VALUE, index);
      if ((fails & ~FAILS.currency) === 0) counters.currency.add(plan.currency ?? NO_VALUE, index);
      if ((fails & ~FAILS.orderable) === 0 && plan.notOrderable === null) orderable = true;
      if (fails !== 0) continue;
      found = true;
      matchingPlanCount += 1;
      if (plan.usageBased) usageBased = true;
      if (words.length > 0 && !exact) {
        phrase ||= plan.text.includes(whole);
        exact = phrase && plan.text.includes(`\n${whole}\n`);
      }
      if (plan.notOrderable !== null) reasons.add(plan.notOrderable);
      else {
        reasons.add("");
        if (plan.price && (!cheapest || compareCost(plan, cheapest) < 0)) cheapest = plan;
      }
    }
    if (orderable) orderableCount += 1;
    if (!found) return;
    const rank = exact ? 0 : rankOf(row, { whole, words, phrase, byProduct: left.length === 0 });
    matches.push({ row, rank, matchingPlanCount, cheapest, usageBased, reasons });
  });
  return {
    matches,
    orderableCount,
    counts: {
      vendor: counters.vendor.counts,
      category: counters.category.counts,
      billing: counters.billing.counts,
      term: counters.term.counts,
      currency: counters.currency.counts,
    },
  };
}

function hasAll(text: string, words: readonly string[]): boolean {
  return words.every((word) => text.includes(word));
}

/** 1 and 2: the product's name says it. 3: a plan says it in these very words. 4: the product's id, vendor or keywords do. */
function rankOf(
  row: CatalogRow,
  found: { whole: string; words: readonly string[]; phrase: boolean; byProduct: boolean },
): number {
  if (row.sortName.startsWith(found.whole)) return 1;
  if (hasAll(row.sortName, found.words)) return 2;
  if (found.phrase) return 3;
  return found.byProduct ? 4 : 5;
}
