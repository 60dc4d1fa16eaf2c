import { NO_VALUE } from "./facet-values";
import { highlightRanges } from "./highlight";
import type { Answer } from "./index/answer-question";
import type { CatalogIndex } from "./index/catalog-index";
import { CAN_BE_ORDERED, matchOf, NO_PLANS, USAGE } from "./index/matches";
import type { CatalogEntry, CatalogFilters, CatalogSummary, FacetName, FacetValue } from "./schemas";
import { BILLING_PERIODS } from "./schemas";
import { termLengthDays } from "./term";

/** A product of an answer as a row of the list; what it was found by besides name and vendor is not in it yet. */
export function toEntry(index: CatalogIndex, { question, matches }: Answer, product: number): CatalogEntry {
  const { values } = index;
  const match = matchOf(matches, product);
  const plan = match?.named ?? 0;
  const price = values.price[(index.price[plan] ?? 0) - 1];
  const currency = values.currency[index.currency[plan] ?? 0];
  const billingPeriod = values.billing[index.billing[plan] ?? 0];
  const unit = values.unit[index.unit[plan] ?? 0];
  const facts = match?.facts ?? 0;
  const named = (facts & CAN_BE_ORDERED) !== 0 && price && currency && billingPeriod && unit;
  const words = question.words.map(({ word }) => word);
  const name = index.names[product] ?? "";
  const vendor = values.vendor[index.vendor[product] ?? 0] ?? null;
  const categories = index.categories.subarray(
    index.categoryStart[product] ?? 0,
    index.categoryStart[product + 1] ?? 0,
  );
  return {
    id: index.ids[product] ?? "",
    name,
    vendor,
    categories: Array.from(categories, (code) => categoryName(index, values.category[code] ?? "")),
    caption: index.captions[product] ?? null,
    disabled: index.disabled[product] === 1,
    planCount: (index.planStart[product + 1] ?? 0) - (index.planStart[product] ?? 0),
    matchingPlanCount: match?.plans.length ?? 0,
    from: named ? { price: { amount: price, currency }, billingPeriod, unit } : null,
    usageBased: (facts & USAGE) !== 0,
    notOrderable: reasonOf(index, facts),
    nameMarks: highlightRanges(name, words),
    vendorMarks: vendor === null ? [] : highlightRanges(vendor, words),
    hits: [],
  };
}

function categoryName(index: CatalogIndex, id: string): string {
  return index.categoryNames.get(id) ?? id;
}

/** Why none of the matching plans can be ordered; null when one can. */
function reasonOf({ values }: CatalogIndex, facts: number): CatalogEntry["notOrderable"] {
  if ((facts & NO_PLANS) !== 0) return "no-plans";
  if ((facts & CAN_BE_ORDERED) !== 0) return null;
  const reasons = values.reason.filter((_, code) => (facts & (CAN_BE_ORDERED << (code + 1))) !== 0);
  const [only] = reasons;
  return reasons.length === 1 && only ? only : "several";
}

/** The values of all facets with their counts. */
export function toFacets(
  index: CatalogIndex,
  { counts }: Answer["matches"],
  chosen: Pick<CatalogFilters, FacetName>,
): CatalogSummary["facets"] {
  const { values } = index;
  return {
    vendor: facetValues("vendor", counted(values.vendor, counts.vendor), chosen.vendor),
    category: facetValues(
      "category",
      counted([...values.category, null], counts.category),
      chosen.category,
      (id) => categoryName(index, id),
    ),
    billing: facetValues("billing", counted(values.billing, counts.billing), chosen.billing),
    term: facetValues("term", counted(values.term, counts.term), chosen.term),
    currency: facetValues("currency", counted(values.currency, counts.currency), chosen.currency),
  };
}

function counted(values: readonly (string | null)[], counts: Uint32Array): Map<string, number> {
  return new Map(
    values.flatMap((value, code) => {
      const count = counts[code] ?? 0;
      return count > 0 ? [[value ?? NO_VALUE, count] as const] : [];
    }),
  );
}

/** Chosen values stay in the list with a count of 0, so that they can be taken off where they were chosen. */
function facetValues(
  facet: FacetName,
  counts: ReadonlyMap<string, number>,
  chosen: readonly string[],
  nameOf?: (value: string) => string,
): FacetValue[] {
  const values = new Set([...counts.keys(), ...chosen]);
  const read = [...values].map((value) => ({
    value,
    label: value === NO_VALUE ? null : (nameOf?.(value) ?? (facet === "vendor" ? value : null)),
    count: counts.get(value) ?? 0,
  }));
  const position = (value: string) => (BILLING_PERIODS as readonly string[]).indexOf(value);
  return read.sort((one, other) => {
    if (facet === "billing") return position(one.value) - position(other.value);
    if (facet === "term") return termLengthDays(one.value) - termLengthDays(other.value);
    const none = Number(one.value === NO_VALUE) - Number(other.value === NO_VALUE);
    return (
      none || other.count - one.count || compareLabels(one.label ?? one.value, other.label ?? other.value)
    );
  });
}

const { compare: compareLabels } = new Intl.Collator("en");
