"use client";

import { useCallback, useId, useState } from "react";
import { Button } from "@/components/ui/button";
import { Icon } from "@/components/ui/icon";
import { LiveRegion } from "@/components/ui/live-region";
import { PageHeader } from "@/components/ui/page-header";
import { SearchField } from "@/components/ui/search-field";
import { Select } from "@/components/ui/select";
import { Sheet } from "@/components/ui/sheet";
import { type CatalogSearch, catalogSearchParams, toFilters } from "@/lib/catalog/catalog-search-params";
import { EMPTY_SUMMARY } from "@/lib/catalog/empty-summary";
import {
  CATALOG_SORTS,
  type CatalogFilters,
  type CatalogPage,
  type CatalogSort,
  FACETS,
  MAX_QUERY_LENGTH,
} from "@/lib/catalog/schemas";
import { toSearch } from "@/lib/catalog/to-search";
import { useCatalog } from "@/lib/catalog/use-catalog";
import type { ChosenCustomer } from "@/lib/customers/chosen-customer";
import { useTranslations } from "@/lib/i18n/use-translations";
import type { Packed } from "@/lib/packed";
import { routes } from "@/lib/routes";
import { changeParams } from "@/lib/search-params";
import { useSearchState } from "@/lib/use-search-state";
import { FreshnessLine } from "../../_components/freshness-line";
import { CsvLink } from "../../_components/list/csv-link";
import { FillProgress } from "../../_components/list/fill-progress";
import { type ListViews, useListViews } from "../../_components/list/use-list-views";
import { CatalogChips } from "./catalog-chips";
import { CatalogFacets } from "./catalog-facets";
import { CatalogResults } from "./catalog-results";
import { RefreshProblem } from "./refresh-problem";
import { NothingFound, SearchNotes, Suggestions } from "./search-notes";
import { useKeptScroll } from "./use-kept-scroll";

const NO_FILTERS = { vendor: [], category: [], billing: [], term: [], currency: [], orderable: false };
/** Results seem to come as somebody types; only letters that come together ask once. What an older letter asked is called off. */
const TYPING_MS = 15;

/** The address of the list as a view keeps it: not how far somebody has scrolled, nor what is open. */
function viewParams(search: CatalogSearch): Record<string, string> {
  const kept = { ...search, shown: null, open: null };
  return Object.fromEntries(changeParams(catalogSearchParams, new URLSearchParams(), kept));
}

/** The catalog: searched while typing, narrowed by facets, sorted; plans are chosen and put into the cart right here. */
export function CatalogBrowser({
  initial,
  customer,
  withCost,
  mayManageSync,
  views,
}: {
  initial: { filters: CatalogFilters; page: Packed<CatalogPage>; firstSize: number };
  customer: ChosenCustomer | null;
  withCost: boolean;
  /** May decide about passes over the catalog that were stopped. */
  mayManageSync: boolean;
  /** This person's saved views of the catalog. */
  views: ListViews;
}) {
  const t = useTranslations("catalog");
  const [search, setSearch] = useSearchState(catalogSearchParams);
  useKeptScroll(initial);
  const sortId = useId();
  const [sheetOpen, setSheetOpen] = useState(false);
  const filters = toFilters(search);
  const saved = useListViews("catalog", views, viewParams(search));
  const list = useCatalog(filters, initial);
  const { refetch, fetchNextPage, isFetchingNextPage, first: page, rows } = list;
  const summary = page.summary ?? EMPTY_SUMMARY;
  const total = page.total ?? rows.length;
  const { freshness } = page;

  // Another question starts at the top of its own list, and is taken for what may be meant until somebody says otherwise.
  const change = (next: Partial<CatalogFilters>) =>
    setSearch(
      { ...("q" in next ? { literal: null } : {}), ...next, shown: null },
      { history: "q" in next ? "replace" : "push" },
    );
  const reread = useCallback(() => void refetch(), [refetch]);
  const showMore = useCallback(() => {
    if (isFetchingNextPage) return;
    void fetchNextPage().then(({ data }) => {
      const shown = data?.pages.reduce((sum, one) => sum + one.rows.length, 0);
      if (shown) setSearch({ shown }, { history: "replace" });
    });
  }, [isFetchingNextPage, fetchNextPage, setSearch]);
  const toggle = (productId: string) => {
    const open = search.open.includes(productId)
      ? search.open.filter((one) => one !== productId)
      : [...search.open, productId];
    setSearch({ open }, { history: "replace" });
  };
  const filterCount = FACETS.reduce((sum, facet) => sum + filters[facet].length, Number(filters.orderable));
  const facets = <CatalogFacets summary={summary} filters={filters} onChange={change} />;
  const { catalogTotal } = summary;
  const bold = (chunks: React.ReactNode) => <span className="font-medium text-1">{chunks}</span>;

  return (
    <>
      <PageHeader
        title={t("title")}
        badge={saved.menu()}
        facts={
          <span className="flex flex-wrap items-center gap-x-2">
            {customer
              ? t("factsFor", { count: catalogTotal, customer: customer.organization })
              : t("facts", { count: catalogTotal })}
            <span aria-hidden="true" className="text-3">
              ·
            </span>
            <FreshnessLine
              resource="products"
              freshness={freshness}
              mayManage={mayManageSync}
              onNews={reread}
            />
          </span>
        }
      />
      <div className="grid gap-x-8 gap-y-4 lg:grid-cols-[13.5rem_minmax(0,1fr)]">
        <aside
          aria-label={t("filters")}
          data-print="hide"
          className="max-h-[calc(100dvh-4.5rem)] self-start overflow-y-auto pr-1 max-lg:hidden lg:sticky lg:top-16"
        >
          <h2 className="sr-only">{t("filters")}</h2>
          {facets}
        </aside>
        <div className="grid min-w-0 content-start gap-3">
          <div data-print="hide" className="flex flex-wrap items-center gap-2">
            <SearchField
              label={t("search")}
              value={search.q}
              onChange={(q) => change({ q: q.slice(0, MAX_QUERY_LENGTH) })}
              delayMs={TYPING_MS}
              pending={list.isFetching && list.isPlaceholderData}
              className="sm:w-auto sm:min-w-64 sm:flex-1"
            />
            <Sheet
              open={sheetOpen}
              onOpenChange={setSheetOpen}
              title={t("filters")}
              trigger={
                <Button className="lg:hidden">
                  <Icon name="icon-sliders-horizontal" />
                  {filterCount > 0 ? t("filtersOn", { count: filterCount }) : t("filters")}
                </Button>
              }
              footer={
                <Button variant="primary" onClick={() => setSheetOpen(false)}>
                  {t("showResults", { count: total })}
                </Button>
              }
            >
              {facets}
            </Sheet>
            <div className="flex items-center gap-2 text-table text-2 max-sm:flex-1">
              <label htmlFor={sortId} className="max-sm:sr-only">
                {t("sort")}
              </label>
              <Select
                id={sortId}
                value={filters.sort}
                onChange={(event) => change({ sort: event.target.value as CatalogSort })}
                className="w-44 max-sm:w-full"
              >
                {CATALOG_SORTS.map((sort) => (
                  <option key={sort} value={sort}>
                    {t(`sorts.${sort}`)}
                  </option>
                ))}
              </Select>
            </div>
          </div>
          <CatalogChips
            facets={summary.facets}
            filters={filters}
            onChange={change}
            onClear={() => change(NO_FILTERS)}
          />
          <LiveRegion>{list.isPlaceholderData ? null : t("announce", { total })}</LiveRegion>
          <SearchNotes q={filters.q} summary={summary} onAsk={change} />
          <div className="grid min-w-0 gap-1">
            {list.error && !list.isFetchNextPageError && (
              <RefreshProblem error={list.error} onRetry={reread} pending={list.isFetching} />
            )}
            <FillProgress resource="products" freshness={freshness} empty={catalogTotal === 0} />
            {total === 0 ? (
              (catalogTotal > 0 || freshness.asOf !== null) && (
                <NothingFound
                  summary={summary}
                  onAsk={change}
                  onClear={() => change({ ...NO_FILTERS, q: "" })}
                  onClearFilters={() => change(NO_FILTERS)}
                />
              )
            ) : (
              <>
                <div className="flex min-h-7 flex-wrap items-center justify-between gap-x-4 gap-y-1 text-table text-2">
                  <p className="tabular-nums">
                    {total === catalogTotal
                      ? t.rich("results", { total, n: bold })
                      : t.rich("resultsOf", { total, catalogTotal, n: bold })}
                  </p>
                  {summary.planTotal > 0 && (
                    <CsvLink href={routes.api.catalogCsv(toSearch(filters))} rows={summary.planTotal} />
                  )}
                </div>
                <Suggestions summary={summary} onAsk={change} />
                <CatalogResults
                  rows={rows}
                  total={total}
                  refreshing={list.isPlaceholderData}
                  hasMore={list.hasNextPage}
                  moreFailed={list.isFetchNextPageError}
                  onMore={showMore}
                  filters={summary.corrections.length > 0 ? { ...filters, q: summary.searched } : filters}
                  customer={customer}
                  withCost={withCost}
                  open={search.open}
                  onToggle={toggle}
                />
              </>
            )}
          </div>
        </div>
      </div>
    </>
  );
}
