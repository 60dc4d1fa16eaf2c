import { NO_VALUE } from "../facet-values";
import type { CatalogFilters, FacetName } from "../schemas";
import { type CatalogIndex, NONE } from "./catalog-index";
import { candidatesOf, markWords, NEAR, PHRASE, spokenIn } from "./mark-words";
import { CAN_BE_ORDERED, MatchCollector, type Matches, NO_PLANS, USAGE } from "./matches";
import { priceRankOf } from "./price-ranks";
import type { ResolvedQuestion } from "./question";

/** One bit a filter: a plan that fails one filter only still counts for that filter's own facet. */
const FAILS = { vendor: 1, category: 2, billing: 4, term: 8, currency: 16, orderable: 32 };

const collector = new MatchCollector();

export type MatchFilters = Pick<CatalogFilters, FacetName | "orderable">;

/**
 * Finds products by words and facets. All words have to be found in the product and one of its plans together; that
 * plan has to pass all plan filters at once. The product's keywords help only where no plan has the words by itself, so
 * "business premium" finds that SKU and not all of its product. Pure, and one pass over numbers: only the products that
 * have the rarest of the words are looked at.
 */
export function matchPlans(index: CatalogIndex, question: ResolvedQuestion, filters: MatchFilters): Matches {
  const { planStart, values } = index;
  const candidates = candidatesOf(index, question);
  const marks = markWords(index, question);
  const { full, whole, exactPlans } = marks;
  const hasExactPlans = exactPlans.size > 0;
  const saidBy = full === 0 || marks.single ? () => 0 : spokenIn(index, whole, candidates);
  const passes = passesOf(index, filters);
  const filtersPlans = filters.billing.length + filters.term.length + filters.currency.length > 0;
  const noCategory = values.category.length;
  const counts = {
    vendor: new Uint32Array(values.vendor.length),
    category: new Uint32Array(noCategory + 1),
    billing: new Uint32Array(values.billing.length),
    term: new Uint32Array(values.term.length),
    currency: new Uint32Array(values.currency.length),
  };
  // The last product that was counted for a value, plus one: each counts once.
  const seen = {
    billing: new Uint32Array(values.billing.length),
    term: new Uint32Array(values.term.length),
    currency: new Uint32Array(values.currency.length),
  };
  let orderableCount = 0;
  collector.begin();

  const last = candidates?.length ?? index.productCount;
  for (let place = 0; place < last; place += 1) {
    const product = candidates?.[place] ?? place;
    const from = planStart[product] ?? 0;
    const to = planStart[product + 1] ?? 0;
    let own = 0;
    let byName = 0;
    if (full !== 0) {
      byName = marks.names[product] ?? 0;
      own = byName | (marks.products[product] ?? 0);
      if (own !== full) {
        let strict = false;
        let together = own;
        for (let plan = from; plan < to && !strict; plan += 1) {
          const both = own | (marks.plans[plan] ?? 0);
          together |= both;
          strict = both === full;
        }
        if (!strict) own |= marks.keywords[product] ?? 0;
        if ((together | own) !== full) continue;
      }
    }
    const vendor = index.vendor[product] ?? 0;
    const firstCategory = index.categoryStart[product] ?? 0;
    const endCategory = index.categoryStart[product + 1] ?? 0;
    let productFails = 0;
    if (passes.vendor && passes.vendor[vendor] === 0) productFails |= FAILS.vendor;
    if (passes.category) {
      let has = firstCategory === endCategory && passes.category[noCategory] === 1;
      for (let at = firstCategory; at < endCategory && !has; at += 1) {
        has = passes.category[index.categories[at] ?? 0] === 1;
      }
      if (!has) productFails |= FAILS.category;
    }
    // Failed filters of the plans: which single one was the only one in the way, and whether none was.
    let forVendor = false;
    let forCategory = false;
    let orderable = false;
    let found = false;
    let exact =
      full !== 0 && (index.foldedNames.equals(product, whole) || index.foldedIds.equals(product, whole));
    let phrase = false;
    let near = false;
    let planRank = NONE;
    let named = NONE;
    let facts = 0;

    if (from === to && own === full) {
      const fails =
        productFails |
        (filtersPlans ? FAILS.billing | FAILS.term : 0) |
        (filters.orderable ? FAILS.orderable : 0);
      forVendor = (fails & ~FAILS.vendor) === 0;
      forCategory = (fails & ~FAILS.category) === 0;
      found = fails === 0;
      facts = NO_PLANS;
    }
    for (let plan = from; plan < to; plan += 1) {
      if (full !== 0 && (own | (marks.plans[plan] ?? 0)) !== full) continue;
      const billing = index.billing[plan] ?? 0;
      const term = index.term[plan] ?? 0;
      const currency = index.currency[plan] ?? 0;
      const reason = index.reason[plan] ?? 0;
      let fails = productFails;
      if (passes.billing && passes.billing[billing] === 0) fails |= FAILS.billing;
      if (passes.term && passes.term[term] === 0) fails |= FAILS.term;
      if (passes.currency && passes.currency[currency] === 0) fails |= FAILS.currency;
      if (filters.orderable && reason !== 0) fails |= FAILS.orderable;
      // More than one failed filter counts nowhere.
      if ((fails & (fails - 1)) !== 0) continue;
      if ((fails & ~FAILS.vendor) === 0) forVendor = true;
      if ((fails & ~FAILS.category) === 0) forCategory = true;
      if ((fails & ~FAILS.billing) === 0 && seen.billing[billing] !== product + 1) {
        seen.billing[billing] = product + 1;
        counts.billing[billing] = (counts.billing[billing] ?? 0) + 1;
      }
      if ((fails & ~FAILS.term) === 0 && seen.term[term] !== product + 1) {
        seen.term[term] = product + 1;
        counts.term[term] = (counts.term[term] ?? 0) + 1;
      }
      if ((fails & ~FAILS.currency) === 0 && seen.currency[currency] !== product + 1) {
        seen.currency[currency] = product + 1;
        counts.currency[currency] = (counts.currency[currency] ?? 0) + 1;
      }
      if ((fails & ~FAILS.orderable) === 0 && reason === 0) orderable = true;
      if (fails !== 0) continue;
      found = true;
      collector.addPlan(plan);
      if (named === NONE) named = plan;
      if (index.usageBased[plan] === 1) facts |= USAGE;
      facts |= CAN_BE_ORDERED << reason;
      if (full !== 0) {
        const skuName = index.skuName[plan] ?? 0;
        const said = saidBy(skuName);
        phrase ||= said === PHRASE || (marks.single && marks.plans[plan] === full);
        near ||= said === NEAR;
        exact ||= (hasExactPlans && exactPlans.has(plan)) || index.foldedSkuNames.equals(skuName, whole);
      }
      const price = priceRankOf(index, plan);
      if (price < planRank) {
        planRank = price;
        named = plan;
      }
    }
    if (forVendor) counts.vendor[vendor] = (counts.vendor[vendor] ?? 0) + 1;
    if (forCategory) {
      if (firstCategory === endCategory) counts.category[noCategory] = (counts.category[noCategory] ?? 0) + 1;
      for (let at = firstCategory; at < endCategory; at += 1) {
        const category = index.categories[at] ?? 0;
        counts.category[category] = (counts.category[category] ?? 0) + 1;
      }
    }
    if (orderable) orderableCount += 1;
    if (!found) continue;
    const rank =
      full === 0 || exact
        ? 1
        : index.foldedNames.startsWith(product, whole)
          ? 2
          : byName === full
            ? 3
            : phrase
              ? 4
              : near
                ? 5
                : own === full
                  ? 6
                  : 7;
    collector.addProduct(product, { rank, named, facts });
  }
  return { ...collector.collected(), counts, orderableCount };
}

type Passes = Record<FacetName, Uint8Array | null>;

/** For each facet with a choice: 1 for the codes that are chosen. */
function passesOf({ values }: CatalogIndex, filters: MatchFilters): Passes {
  const table = (chosen: readonly string[], all: readonly (string | null)[], more = 0) => {
    if (chosen.length === 0) return null;
    const wanted = new Set(chosen);
    const passes = new Uint8Array(all.length + more);
    all.forEach((value, code) => {
      passes[code] = Number(wanted.has(value ?? NO_VALUE));
    });
    if (more > 0) passes[all.length] = Number(wanted.has(NO_VALUE));
    return passes;
  };
  return {
    vendor: table(filters.vendor, values.vendor),
    category: table(filters.category, values.category, 1),
    billing: table(filters.billing, values.billing),
    term: table(filters.term, values.term),
    currency: table(filters.currency, values.currency),
  };
}
