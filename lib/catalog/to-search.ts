import { joinValues } from "./facet-values";
import type { CatalogFilters } from "./schemas";

/** The search params of the list's address and of its GET handler; what has its default is left out. */
export function toSearch(filters: CatalogFilters): Record<string, string | undefined> {
  const { q, orderable, sort } = filters;
  return {
    q,
    vendor: joinValues(filters.vendor),
    category: joinValues(filters.category),
    billing: joinValues(filters.billing),
    term: joinValues(filters.term),
    currency: joinValues(filters.currency),
    orderable: orderable ? "true" : undefined,
    literal: filters.literal ? "true" : undefined,
    sort: sort === "relevance" ? undefined : sort,
  };
}
