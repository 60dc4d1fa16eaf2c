import {
  createLoader,
  type inferParserType,
  parseAsArrayOf,
  parseAsBoolean,
  parseAsInteger,
  parseAsString,
  parseAsStringLiteral,
} from "nuqs/server";
import { CATALOG_SORTS, type CatalogFilters, MAX_PAGE_SIZE, PAGE_SIZE, searchableText } from "./schemas";

const values = parseAsArrayOf(parseAsString).withDefault([]);

/** The list's state in the address: `/catalog?q=…&vendor=IBM,Sophos&orderable=true&sort=price&shown=100&open=…`. */
export const catalogSearchParams = {
  q: parseAsString.withDefault(""),
  /** Nothing is searched for in the place of a misspelled word. */
  literal: parseAsBoolean.withDefault(false),
  vendor: values,
  category: values,
  billing: values,
  term: values,
  currency: values,
  orderable: parseAsBoolean.withDefault(false),
  sort: parseAsStringLiteral(CATALOG_SORTS).withDefault("relevance"),
  /** How many rows were shown, so that coming back finds the same place. */
  shown: parseAsInteger.withDefault(PAGE_SIZE),
  /** Products whose plans are open. */
  open: values,
};
export type CatalogSearch = inferParserType<typeof catalogSearchParams>;

/** Reads the state from a page's search params. What makes no sense is left out. */
export const loadCatalogSearch = createLoader(catalogSearchParams);

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
