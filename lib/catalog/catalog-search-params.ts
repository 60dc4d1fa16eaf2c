import {
  flagParam,
  listParam,
  type ParamsOf,
  readParams,
  type SearchParams,
  textParam,
  wholeParam,
  wordParam,
} from "@/lib/search-params";
import { CATALOG_SORTS, type CatalogFilters, MAX_PAGE_SIZE, PAGE_SIZE, searchableText } from "./schemas";

const values = listParam(textParam).or([]);

/** The list's state in the address: `/catalog?q=…&vendor=IBM,Sophos&orderable=true&sort=price&shown=100&open=…`. */
export const catalogSearchParams = {
  q: textParam.or(""),
  /** Nothing is searched for in the place of a misspelled word. */
  literal: flagParam.or(false),
  vendor: values,
  category: values,
  billing: values,
  term: values,
  currency: values,
  orderable: flagParam.or(false),
  sort: wordParam(CATALOG_SORTS).or("relevance"),
  /** How many rows were shown, so that coming back finds the same place. */
  shown: wholeParam.or(PAGE_SIZE),
  /** Products whose plans are open. */
  open: values,
};
export type CatalogSearch = ParamsOf<typeof catalogSearchParams>;

/** Reads the state from a page's search params. What makes no sense is left out. */
export function loadCatalogSearch(source: SearchParams | URLSearchParams) {
  return readParams(catalogSearchParams, source);
}

/** The question behind the address. */
export function toFilters(search: CatalogSearch): CatalogFilters {
  return {
    q: searchableText(search.q),
    literal: search.literal,
    vendor: distinct(search.vendor),
    category: distinct(search.category),
    billing: distinct(search.billing),
    term: distinct(search.term),
    currency: distinct(search.currency),
    orderable: search.orderable,
    sort: search.sort,
  };
}

function distinct(chosen: readonly string[]): string[] {
  return [...new Set(chosen.filter(Boolean))];
}

/** How many rows the first page has to hold. */
export function firstPageSize({ shown }: Pick<CatalogSearch, "shown">): number {
  return Math.min(Math.max(shown, PAGE_SIZE), MAX_PAGE_SIZE);
}
