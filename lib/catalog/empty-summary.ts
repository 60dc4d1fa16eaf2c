import type { CatalogSummary } from "./schemas";

/** What is said of an answer that did not come. */
export const EMPTY_SUMMARY: CatalogSummary = {
  catalogTotal: 0,
  planTotal: 0,
  orderableCount: 0,
  facets: { vendor: [], category: [], billing: [], term: [], currency: [] },
  searched: "",
  corrections: [],
  suggestions: [],
  tooBroad: [],
  withoutFilters: null,
};
