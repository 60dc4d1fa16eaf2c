"use client";

import { SlidersHorizontal } from "lucide-react";
import { useTranslations } from "next-intl";
import { useQueryStates } from "nuqs";
import { useId, useState } from "react";
import { Button } from "@/components/ui/button";
import { LiveRegion } from "@/components/ui/live-region";
import { PageHeader } from "@/components/ui/page-header";
import { RelativeTime } from "@/components/ui/relative-time";
import { SearchField } from "@/components/ui/search-field";
import { Select } from "@/components/ui/select";
import { Sheet } from "@/components/ui/sheet";
import { catalogSearchParams, toFilters } from "@/lib/catalog/catalog-search-params";
import {
  CATALOG_SORTS,
  type CatalogFilters,
  type CatalogPage,
  type CatalogSort,
  FACETS,
  MAX_QUERY_LENGTH,
  PAGE_SIZE,
} from "@/lib/catalog/schemas";
import { useCatalog } from "@/lib/catalog/use-catalog";
import type { ChosenCustomer } from "@/lib/customers/chosen-customer";
import { CatalogChips } from "./catalog-chips";
import { CatalogFacets } from "./catalog-facets";
import { CatalogResults } from "./catalog-results";
import { useKeptScroll } from "./use-kept-scroll";

const NO_FILTERS = { vendor: [], category: [], billing: [], term: [], currency: [], orderable: false };

/** The catalog: searched while typing, narrowed by facets, sorted; plans are chosen and put into the cart right here. */
export function CatalogBrowser({
  initial,
  customer,
  withCost,
}: {
  initial: { filters: CatalogFilters; page: CatalogPage; firstSize: number };
  customer: ChosenCustomer | null;
  withCost: boolean;
}) {
  const t = useTranslations("catalog");
  const [search, setSearch] = useQueryStates(catalogSearchParams);
  useKeptScroll(initial);
  const sortId = useId();
  const [sheetOpen, setSheetOpen] = useState(false);
  const filters = toFilters(search);
  const list = useCatalog(filters, initial);
  const pages = list.data?.pages ?? [initial.page];
  const page = pages[0] ?? initial.page;
  const rows = pages.flatMap((one) => one.rows);

  // Another question starts at the top of its own list.
  const change = (next: Partial<CatalogFilters>) =>
    setSearch({ ...next, shown: null }, { history: "q" in next ? "replace" : "push" });
  const clear = () => change(NO_FILTERS);
  const showMore = async () => {
    const { data } = await list.fetchNextPage();
    const shown = data?.pages.reduce((sum, one) => sum + one.rows.length, 0) ?? rows.length + PAGE_SIZE;
    setSearch({ shown }, { history: "replace" });
  };
  const toggle = (productId: string) => {
    const open = search.open.includes(productId)
      ? search.open.filter((one) => one !== productId)
      : [...search.open, productId];
    setSearch({ open }, { history: "replace" });
  };
  const filterCount = FACETS.reduce((sum, facet) => sum + filters[facet].length, Number(filters.orderable));
  const facets = <CatalogFacets page={page} filters={filters} onChange={change} />;

  return (
    <>
      <PageHeader
        title={t("title")}
        facts={
          <>
            {customer
              ? t("factsFor", { count: page.catalogTotal, customer: customer.organization })
              : t("facts", { count: page.catalogTotal })}
            {" · "}
            {t.rich("asOf", { time: () => <RelativeTime value={page.asOf} /> })}
          </>
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
              pending={list.isFetching && list.isPlaceholderData}
              className="sm:w-auto sm:min-w-64 sm:flex-1"
            />
            <Sheet
              open={sheetOpen}
              onOpenChange={setSheetOpen}
              title={t("filters")}
              trigger={
                <Button className="lg:hidden">
                  <SlidersHorizontal aria-hidden="true" />
                  {filterCount > 0 ? t("filtersOn", { count: filterCount }) : t("filters")}
                </Button>
              }
              footer={
                <Button variant="primary" onClick={() => setSheetOpen(false)}>
                  {t("showResults", { count: page.total })}
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
          <CatalogChips page={page} filters={filters} onChange={change} onClear={clear} />
          <LiveRegion>
            {list.isPlaceholderData
              ? null
              : page.partial
                ? t("reading")
                : t("announce", { total: page.total })}
          </LiveRegion>
          <CatalogResults
            page={page}
            rows={rows}
            list={list}
            filters={filters}
            customer={customer}
            withCost={withCost}
            open={search.open}
            onToggle={toggle}
            onShowMore={showMore}
            onClear={() => change({ ...NO_FILTERS, q: "" })}
          />
        </div>
      </div>
    </>
  );
}
