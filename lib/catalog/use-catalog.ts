"use client";

import { keepPreviousData, useInfiniteQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import { getJson } from "@/lib/get-json";
import { type Packed, unpack } from "@/lib/packed";
import { routes } from "@/lib/routes";
import { catalogKeys } from "./catalog-keys";
import { type CatalogFilters, type CatalogPage, catalogPageSchema, PAGE_SIZE } from "./schemas";
import { toSearch } from "./to-search";

const FRESH_MS = 30_000;
/** Further pages are larger: whoever reads on does not wait at each screen. */
const NEXT_ROWS = 100;

/**
 * The catalog, page after page. While newer filters are being read the older rows stay, and what was asked before is
 * called off. `initial` is what the server page already read, and for which filters; `firstSize` is the size of the
 * first page.
 */
export function useCatalog(
  filters: CatalogFilters,
  initial: { filters: CatalogFilters; page: Packed<CatalogPage>; firstSize: number },
) {
  const key = catalogKeys.list(filters);
  const isInitial = JSON.stringify(key) === JSON.stringify(catalogKeys.list(initial.filters));
  const initialPage = useMemo(() => unpack(initial.page), [initial.page]);
  const list = useInfiniteQuery({
    queryKey: key,
    queryFn: ({ pageParam, signal }) => {
      const first = isInitial ? initial.firstSize : PAGE_SIZE;
      const limit = pageParam === undefined ? first : NEXT_ROWS;
      const search = { ...toSearch(filters), cursor: pageParam, limit };
      return getJson(routes.api.catalog(search), catalogPageSchema, { signal });
    },
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (last) => last.nextCursor ?? undefined,
    ...(isInitial ? { initialData: { pages: [initialPage], pageParams: [undefined] } } : {}),
    placeholderData: keepPreviousData,
    staleTime: FRESH_MS,
  });
  const pages = list.data?.pages;
  const rows = useMemo(() => {
    // A product that moved while pages were read can be on two of them.
    const byId = new Map((pages ?? []).flatMap((page) => page.rows.map((row) => [row.id, row] as const)));
    return [...byId.values()];
  }, [pages]);
  return { ...list, rows, first: pages?.[0] ?? initialPage };
}
