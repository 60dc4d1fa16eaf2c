"use client";

import { type ReactNode, Suspense } from "react";
import { ListView } from "@/app/(portal)/_components/list/list-view";
import { fromSort, toSort } from "@/app/(portal)/_components/list/sort-param";
import { useListLayout } from "@/app/(portal)/_components/list/use-list-layout";
import { type ListViews, useListViews } from "@/app/(portal)/_components/list/use-list-views";
import { lazyPart } from "@/components/ui/lazy-part";
import { useTranslations } from "@/lib/i18n/use-translations";
import { useInfiniteList } from "@/lib/lists/use-infinite-list";
import { type OrderListPage, orderListPageSchema } from "@/lib/orders/order-list-page";
import { ORDER_LIST_SORTS, toOrderListParams } from "@/lib/orders/order-list-query";
import { type OrderListSearch, orderListParsers, toOrderListQuery } from "@/lib/orders/order-list-search";
import type { OrderRow } from "@/lib/orders/order-schemas";
import type { Packed } from "@/lib/packed";
import type { TableLayout } from "@/lib/preferences";
import { routes } from "@/lib/routes";
import { useSearchState } from "@/lib/use-search-state";
import { useOrderColumns } from "./order-columns";
import { OrderFilters } from "./order-filters";
import { OrderNews } from "./order-news";
import { OrdersEmpty } from "./orders-empty";

const { Part: OrderPeek } = lazyPart(async () => ({ default: (await import("./order-peek")).OrderPeek }));
const { Part: OrdersMoney } = lazyPart(() => import("./orders-money"));

const none = { q: "", phase: [], state: [], customer: [], kind: [], from: null, to: null };
const noViews: ListViews = { views: [], mayShare: false };
const getRowId = (row: OrderRow) => row.id;
const rowHref = (row: OrderRow) => routes.order(row.customerId, row.id);

/**
 * Orders out of the mirror; those that move are looked at again by themselves. `initial` is what the server has read for
 * its own question; with `customerId` it is that customer's list, part of the customer's page.
 */
export function OrdersView({
  initial,
  layout: initialLayout,
  customerId,
  mayManageSync,
  views = noViews,
}: {
  initial: { params: Record<string, string>; page: Packed<OrderListPage> };
  layout: TableLayout;
  customerId?: string;
  mayManageSync: boolean;
  /** This person's saved views of the list. */
  views?: ListViews;
}) {
  const t = useTranslations("orders");
  const [search, setSearch] = useSearchState(orderListParsers, { history: "push" });
  const params = toOrderListParams(toOrderListQuery(search));
  const within: Record<string, string> = customerId ? { within: customerId } : {};
  const list = useInfiniteList<OrderRow, OrderListPage>({
    list: "orders",
    params: { ...params, ...within },
    url: routes.api.orders,
    schema: orderListPageSchema,
    initial,
    getRowId,
  });
  const saved = useListViews("orders", views, params);
  const layout = useListLayout(customerId ? "customer-orders" : "orders", initialLayout, saved.current);
  const columns = useOrderColumns(customerId === undefined);
  const { first, total, rows } = list;
  const change = (next: Partial<OrderListSearch>) =>
    setSearch(next as Parameters<typeof setSearch>[0], { history: "q" in next ? "replace" : "push" });
  const { sort: _sort, ...filters } = params;
  const filtered = Object.keys(filters).length > 0;
  const all = first.unfilteredTotal ?? total;
  const count: ReactNode = filtered ? t("countOf", { shown: total, total: all }) : t("count", { total: all });

  return (
    <>
      <ListView
        resource="orders"
        list={list}
        params={{ ...params, ...within }}
        columns={columns}
        layout={layout}
        label={t("tableLabel")}
        {...(customerId ? {} : { head: { title: t("title"), views: saved.menu(layout) } })}
        count={count}
        search={{
          label: t("search"),
          placeholder: t("searchPlaceholder"),
          value: search.q,
          onChange: (q) => change({ q }),
        }}
        filters={
          <OrderFilters
            search={search}
            facets={first.facets}
            withCustomer={customerId === undefined}
            customerNameOf={(id) => rows.find((row) => row.customerId === id)?.customerName ?? null}
            onChange={change}
          />
        }
        onClear={filtered ? () => change(none) : undefined}
        sort={toSort(search.sort)}
        onSortChange={(sort) => setSearch({ sort: fromSort(sort, ORDER_LIST_SORTS) })}
        getRowId={getRowId}
        rowHref={rowHref}
        rowName={(row) => t("order", { id: row.id })}
        csv={routes.api.ordersCsv}
        money={(chosen) => (
          <Suspense>
            <OrdersMoney rows={chosen} />
          </Suspense>
        )}
        peek={(row) => (
          <Suspense>
            <OrderPeek order={row} />
          </Suspense>
        )}
        empty={
          <OrdersEmpty
            why={
              !filtered
                ? customerId
                  ? "customer"
                  : "none"
                : search.phase.join() === "attention" && Object.keys(filters).length === 1
                  ? "attention"
                  : "filtered"
            }
            onReset={() => change(none)}
          />
        }
        mayManageSync={mayManageSync}
      />
      <OrderNews orders={list.refreshing ? [] : rows} />
    </>
  );
}
