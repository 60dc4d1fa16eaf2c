"use client";

import { type InfiniteData, keepPreviousData, useInfiniteQuery, useQueryClient } from "@tanstack/react-query";
import { useCallback, useMemo, useRef } from "react";
import { getJson } from "@/lib/get-json";
import type { Freshness } from "@/lib/mirror/freshness";
import { type Packed, unpack } from "@/lib/packed";
import type { Checks } from "@/lib/shape";

type Page<Row> = {
  rows: Row[];
  total: number | null;
  nextCursor: string | null;
  /** How old rows out of the mirror are; absent for rows that are the portal's own. */
  freshness?: Freshness;
  pollAfterMs?: number | null;
};
type Params = Record<string, string>;

/** Rows asked for at once after the first page, which the server has drawn. */
const NEXT_ROWS = "100";
/** So many pages are read again by themselves; whoever has scrolled further asks for it. */
const QUIET_PAGES = 4;

/**
 * A list read page by page behind its cursor. `params` is the question as in the list's address; `initial` is the first
 * page the server has read for its own question. While another question is being read, the old rows stay.
 */
export function useInfiniteList<Row, ListPage extends Page<Row>>({
  list,
  params,
  url,
  schema,
  initial,
  getRowId,
}: {
  /** Name of the list: the first part of its query keys. */
  list: string;
  params: Params;
  url: (params: Params) => string;
  schema: Checks<ListPage>;
  initial: { params: Params; page: Packed<ListPage> };
  getRowId: (row: Row) => string;
}) {
  const question = JSON.stringify(params);
  const isInitial = question === JSON.stringify(initial.params);
  const initialPage = useMemo(() => unpack(initial.page), [initial.page]);
  const client = useQueryClient();
  const queryKey = [list, "list", params];
  const query = useInfiniteQuery({
    queryKey,
    queryFn: ({ pageParam, signal }) =>
      getJson(url(pageParam ? { ...params, cursor: pageParam, limit: NEXT_ROWS } : params), schema, {
        signal,
      }),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor,
    placeholderData: keepPreviousData,
    refetchOnWindowFocus: ({ state }) => (state.data?.pages.length ?? 0) <= QUIET_PAGES,
    refetchInterval: ({ state }) => {
      const pages = state.data?.pages ?? [];
      return pages.length <= QUIET_PAGES && state.status !== "error"
        ? (pages[0]?.pollAfterMs ?? false)
        : false;
    },
    ...(isInitial ? { initialData: { pages: [initialPage], pageParams: [null] } } : {}),
  });
  const { data, fetchNextPage, isFetchingNextPage, hasNextPage, isFetchNextPageError } = query;
  const pages = data?.pages;
  const rows = useMemo(() => {
    const seen = new Set<string>();
    // A row that moved while pages were read can be on two of them.
    return (pages ?? []).flatMap((page) =>
      page.rows.filter((row) => {
        const id = getRowId(row);
        if (seen.has(id)) return false;
        seen.add(id);
        return true;
      }),
    );
  }, [pages, getRowId]);
  const first = pages?.[0] ?? initialPage;

  const latest = useRef({ queryKey, params, url, schema, refetch: query.refetch });
  latest.current = { queryKey, params, url, schema, refetch: query.refetch };
  /**
   * Looks for news. Of a list somebody has scrolled far through, only the first page is asked for how far the pass is; all
   * of it is read again once the pass has ended.
   */
  const look = useCallback(async () => {
    const now = latest.current;
    const known = client.getQueryData<InfiniteData<ListPage>>(now.queryKey);
    const [head, ...rest] = known?.pages ?? [];
    if (!known || !head || rest.length < QUIET_PAGES) return void now.refetch();
    const news = await getJson(now.url(now.params), now.schema).catch(() => null);
    if (!news) return;
    if (!news.freshness || news.freshness.asOf !== head.freshness?.asOf) return void now.refetch();
    const pages = [{ ...head, freshness: news.freshness }, ...rest];
    client.setQueryData<InfiniteData<ListPage>>(now.queryKey, { ...known, pages });
  }, [client]);
  return {
    question,
    rows,
    first,
    total: first.total ?? rows.length,
    hasMore: hasNextPage,
    more: () => {
      if (!isFetchingNextPage) fetchNextPage();
    },
    moreFailed: isFetchNextPageError,
    /** Rows of an earlier question stand in. */
    refreshing: query.isPlaceholderData,
    reading: query.isFetching,
    error: isFetchNextPageError ? null : query.error,
    reread: query.refetch,
    look,
  };
}
