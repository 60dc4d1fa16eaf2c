"use client";

import { useRouter } from "next/navigation";
import { ListView } from "@/app/(portal)/_components/list/list-view";
import { fromSort, toSort } from "@/app/(portal)/_components/list/sort-param";
import { useListLayout } from "@/app/(portal)/_components/list/use-list-layout";
import { type ListViews, useListViews } from "@/app/(portal)/_components/list/use-list-views";
import { Button } from "@/components/ui/button";
import { ButtonLink } from "@/components/ui/button-link";
import { EmptyState } from "@/components/ui/empty-state";
import { Icon } from "@/components/ui/icon";
import { useShortcut } from "@/components/ui/use-shortcut";
import { type CustomerListPage, customerListPageSchema } from "@/lib/customers/customer-list-page";
import { CUSTOMER_LIST_SORTS, toCustomerListParams } from "@/lib/customers/customer-list-query";
import {
  type CustomerListSearch,
  customerListParsers,
  toCustomerListQuery,
} from "@/lib/customers/customer-list-search";
import type { CustomerRow } from "@/lib/customers/schemas";
import { useTranslations } from "@/lib/i18n/use-translations";
import { useInfiniteList } from "@/lib/lists/use-infinite-list";
import type { Packed } from "@/lib/packed";
import type { TableLayout } from "@/lib/preferences";
import { routes } from "@/lib/routes";
import { useSearchState } from "@/lib/use-search-state";
import { CustomerFilters } from "./customer-filters";
import { CustomerPeek } from "./customer-peek";
import { useCustomerColumns } from "./use-customer-columns";

const none: Partial<CustomerListSearch> = { q: "", status: [], country: [] };
const noViews: ListViews = { views: [], mayShare: false };
const getRowId = (row: CustomerRow) => row.id;
const rowHref = (row: CustomerRow) => routes.customer(row.id);

/** The customers this person may see: searched while typing, filtered and sorted, all of it in the address. */
export function CustomerList({
  initial,
  layout: initialLayout,
  mayCreate,
  mayManageSync,
  views = noViews,
}: {
  initial: { params: Record<string, string>; page: Packed<CustomerListPage> };
  layout: TableLayout;
  mayCreate: boolean;
  mayManageSync: boolean;
  /** This person's saved views of the list. */
  views?: ListViews;
}) {
  const t = useTranslations("customers");
  const router = useRouter();
  const [search, setSearch] = useSearchState(customerListParsers, { history: "push" });
  const params = toCustomerListParams(toCustomerListQuery(search));
  const list = useInfiniteList<CustomerRow, CustomerListPage>({
    list: "customers",
    params,
    url: routes.api.customers,
    schema: customerListPageSchema,
    initial,
    getRowId,
  });
  const saved = useListViews("customers", views, params);
  const layout = useListLayout("customers", initialLayout, saved.current);
  const columns = useCustomerColumns();
  useShortcut("n", () => router.push(routes.newCustomer()), mayCreate);

  const { first, total } = list;
  const change = (next: Partial<CustomerListSearch>) =>
    setSearch(next, { history: "q" in next ? "replace" : "push" });
  const { sort: _sort, ...filters } = params;
  const filtered = Object.keys(filters).length > 0;
  const all = first.unfilteredTotal ?? total;
  const newCustomer = mayCreate && (
    <ButtonLink href={routes.newCustomer()} variant="primary" title={t("newHint")} aria-keyshortcuts="n">
      <Icon name="icon-plus" />
      {t("new")}
    </ButtonLink>
  );
  return (
    <ListView
      resource="customers"
      list={list}
      params={params}
      columns={columns}
      layout={layout}
      label={t("title")}
      head={{ title: t("title"), views: saved.menu(layout), actions: newCustomer }}
      count={filtered ? t("countOf", { shown: total, total: all }) : t("count", { total: all })}
      search={{
        label: t("search"),
        placeholder: t("searchPlaceholder"),
        value: search.q,
        onChange: (q) => change({ q }),
      }}
      filters={<CustomerFilters search={search} facets={first.facets} onChange={change} />}
      onClear={filtered ? () => change(none) : undefined}
      sort={toSort(search.sort)}
      onSortChange={(sort) => setSearch({ sort: fromSort(sort, CUSTOMER_LIST_SORTS) })}
      getRowId={getRowId}
      rowHref={rowHref}
      rowName={(row) => row.organization}
      csv={routes.api.customersCsv}
      money={() => null}
      peek={(row) => <CustomerPeek customer={row} />}
      empty={
        filtered ? (
          <EmptyState
            title={t("empty.noneTitle")}
            description={t("empty.noneDescription")}
            action={<Button onClick={() => change(none)}>{t("empty.clear")}</Button>}
          />
        ) : (
          <EmptyState
            title={mayCreate ? t("empty.title") : t("empty.salesTitle")}
            description={mayCreate ? t("empty.description") : t("empty.salesDescription")}
            action={newCustomer}
          />
        )
      }
      mayManageSync={mayManageSync}
    />
  );
}
