"use client";

import { keepPreviousData, useInfiniteQuery } from "@tanstack/react-query";
import { getJson } from "@/lib/get-json";
import { routes } from "@/lib/routes";
import { catalogKeys } from "./catalog-keys";
import { joinValues } from "./facet-values";
import { type CatalogFilters, type CatalogPage, catalogPageSchema, PAGE_SIZE } from "./schemas";

const FRESH_MS = 30_000;
const PARTIAL_REFRESH_MS = 2_000;

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
    sort: sort === "relevance" ? undefined : sort,
  };
}

/**
 * The catalog, page after page. While newer filters are being read the older rows stay; while the portal itself is still
 * reading the catalog, what it has by then is asked for every two seconds. `initial` is what the server
 * page already read, and for which filters; `firstSize` is the size of the first page.
 */
export function useCatalog(
  filters: CatalogFilters,
  initial: { filters: CatalogFilters; page: CatalogPage; firstSize: number } | undefined,
) {
  const key = catalogKeys.list(filters);
  const isInitial = initial && JSON.stringify(key) === JSON.stringify(catalogKeys.list(initial.filters));
  return useInfiniteQuery({
    queryKey: key,
    queryFn: ({ pageParam, signal }) => {
      const limit = pageParam === undefined && isInitial ? initial.firstSize : PAGE_SIZE;
      const search = { ...toSearch(filters), cursor: pageParam, limit };
      return getJson(routes.api.catalog(search), catalogPageSchema, { signal });
    },
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (last) => last.nextCursor,
    ...(isInitial ? { initialData: { pages: [initial.page], pageParams: [undefined] } } : {}),
    placeholderData: keepPreviousData,
    refetchInterval: ({ state }) => (state.data?.pages[0]?.partial ? PARTIAL_REFRESH_MS : false),
    staleTime: FRESH_MS,
  });
}
