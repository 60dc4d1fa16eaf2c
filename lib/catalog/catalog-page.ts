import type { CatalogRow } from "./catalog-row";
import { readCursor, writeCursor } from "./cursor";
import { NO_VALUE } from "./facet-values";
import type { CatalogEntry, CatalogPage, CatalogQuery, FacetName, FacetValue } from "./schemas";
import { BILLING_PERIODS } from "./schemas";
import { type Match, searchCatalog } from "./search-catalog";
import { sortMatches } from "./sort-matches";
import { termLengthDays } from "./term";

/** One page of the catalog with its facets. Pure: rows and names in, page out. */
export function toCatalogPage(
  rows: readonly CatalogRow[],
  query: CatalogQuery,
  categoryNames: ReadonlyMap<string, string>,
): Omit<CatalogPage, "asOf" | "partial"> {
  const search = searchCatalog(rows, query);
  const sorted = sortMatches(rows, search.matches, query.sort);
  const start = readCursor(
    query.cursor,
    sorted.map((match) => match.row.id),
  );
  const shown = sorted.slice(start, start + query.limit);
  const last = shown.at(-1);
  const end = start + shown.length;
  const nextCursor = last && end < sorted.length ? writeCursor(last.row.id, end) : undefined;
  return {
    rows: shown.map((match) => toEntry(match, categoryNames)),
    total: sorted.length,
    catalogTotal: rows.length,
    ...(nextCursor ? { nextCursor } : {}),
    orderableCount: search.orderableCount,
    facets: {
      vendor: facetValues("vendor", search.counts.vendor, query.vendor),
      category: facetValues("category", search.counts.category, query.category, categoryNames),
      billing: facetValues("billing", search.counts.billing, query.billing),
      term: facetValues("term", search.counts.term, query.term),
      currency: facetValues("currency", search.counts.currency, query.currency),
    },
  };
}

function toEntry(match: Match, categoryNames: ReadonlyMap<string, string>): CatalogEntry {
  const { row, cheapest } = match;
  return {
    id: row.id,
    name: row.name,
    vendor: row.vendor,
    categories: row.categoryIds.map((id) => categoryNames.get(id) ?? id),
    caption: row.caption,
    disabled: row.disabled,
    planCount: row.plans.length,
    matchingPlanCount: match.matchingPlanCount,
    from: cheapest?.price
      ? { price: cheapest.price, billingPeriod: cheapest.billing, unit: cheapest.unit }
      : null,
    usageBased: match.usageBased,
    notOrderable: reasonOf(match.reasons),
  };
}

/** Why none of the matching plans can be ordered; null when one can ("" stands for a plan that can). */
function reasonOf(reasons: ReadonlySet<string>): CatalogEntry["notOrderable"] {
  if (reasons.has("")) return null;
  const [only] = reasons;
  return reasons.size === 1 && only ? (only as CatalogEntry["notOrderable"]) : "several";
}

/** Chosen values stay in the list with a count of 0, so that they can be taken off where they were chosen. */
function facetValues(
  facet: FacetName,
  counts: ReadonlyMap<string, number>,
  chosen: readonly string[],
  names?: ReadonlyMap<string, string>,
): FacetValue[] {
  const values = new Set([...counts.keys(), ...chosen]);
  const read = [...values].map((value) => ({
    value,
    label: value === NO_VALUE ? null : (names?.get(value) ?? (facet === "vendor" ? value : null)),
    count: counts.get(value) ?? 0,
  }));
  const position = (value: string) => (BILLING_PERIODS as readonly string[]).indexOf(value);
  return read.sort((one, other) => {
    if (facet === "billing") return position(one.value) - position(other.value);
    if (facet === "term") return termLengthDays(one.value) - termLengthDays(other.value);
    const none = Number(one.value === NO_VALUE) - Number(other.value === NO_VALUE);
    return (
      none || other.count - one.count || (one.label ?? one.value).localeCompare(other.label ?? other.value)
    );
  });
}
