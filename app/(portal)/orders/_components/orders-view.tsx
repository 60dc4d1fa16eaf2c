"use client";

import { useTranslations } from "next-intl";
import { useQueryStates } from "nuqs";
import { DataTable } from "@/components/data-table/data-table";
import { PaginationBar } from "@/components/ui/pagination-bar";
import { ORDER_PAGE_SIZES, ORDER_SORTS, type OrderQuery } from "@/lib/orders/order-query";
import type { OrderList } from "@/lib/orders/order-schemas";
import { type OrderSearch, orderSearchParsers, toOrderQuery } from "@/lib/orders/order-search";
import { useOrders } from "@/lib/orders/use-orders";
import { routes } from "@/lib/routes";
import { RequestProblem } from "../../_components/request-problem";
import { Freshness } from "./freshness";
import { useOrderColumns } from "./order-columns";
import { OrderFilters } from "./order-filters";
import { OrderNews } from "./order-news";
import { OrdersEmpty } from "./orders-empty";

const cleared = { status: null, customer: null, order: null, pages: null };

/**
 * A list of orders that renews itself while something in it moves. `initial` is what the server has read for
 * `initialQuery`; with `customerId` it is that customer's list.
 */
export function OrdersView({
  initialQuery,
  initial,
  customerId,
}: {
  initialQuery: OrderQuery;
  initial: OrderList;
  customerId?: string;
}) {
  const t = useTranslations("orders");
  const [search, setSearch] = useQueryStates(orderSearchParsers, { history: "push" });
  const query = toOrderQuery(search, customerId);
  const isInitial = JSON.stringify(query) === JSON.stringify(initialQuery);
  const orders = useOrders(query, isInitial ? initial : undefined);
  const columns = useOrderColumns(customerId === undefined);
  const { data, isPlaceholderData } = orders;
  const rows = data?.rows ?? [];
  const sortable = query.status !== "attention" && !query.order;
  const filtered = Boolean(query.status || query.order || (query.customer && !customerId));
  const change = (next: Partial<Record<keyof OrderSearch, unknown>>) =>
    setSearch({ pages: null, ...next } as Parameters<typeof setSearch>[0]);

  return (
    <>
      <DataTable
        label={t("tableLabel")}
        tableId={customerId ? "customer-orders" : "orders"}
        columns={columns}
        rows={rows}
        getRowId={(row) => row.id}
        rowHref={(row) => routes.order(row.customerId, row.id)}
        sort={sortable ? { id: query.sort, desc: query.dir === "desc" } : null}
        {...(sortable
          ? {
              onSortChange: (sort: { id: string; desc: boolean } | null) =>
                change({
                  sort: ORDER_SORTS.find((each) => each === sort?.id) ?? null,
                  dir: sort ? (sort.desc ? "desc" : "asc") : null,
                }),
            }
          : {})}
        loading={!data && !orders.isError}
        refreshing={isPlaceholderData}
        empty={
          orders.isError && !data ? (
            <RequestProblem
              error={orders.error}
              pending={orders.isFetching}
              onRetry={() => orders.refetch()}
            />
          ) : (
            <OrdersEmpty
              why={emptyReason({ paged: search.pages.length > 0, query, filtered, customerId })}
              onReset={() => setSearch(cleared)}
            />
          )
        }
        toolbar={
          <OrderFilters
            filters={search}
            withCustomer={customerId === undefined}
            onChange={change}
            customerName={rows.find((row) => row.customerId === search.customer)?.customerName ?? null}
            aside={
              data &&
              !isPlaceholderData && (
                <Freshness
                  updatedAtMs={orders.dataUpdatedAt}
                  following={data?.pollAfterMs != null}
                  error={orders.error}
                  offline={orders.fetchStatus === "paused"}
                  onRefresh={() => orders.refetch()}
                />
              )
            }
          />
        }
        footer={
          <div className="grid gap-1">
            {data?.partial && <p className="text-table text-2">{t("partial")}</p>}
            {sortable && (search.pages.length > 0 || data?.nextPageToken || rows.length > 25) && (
              <PaginationBar
                summary={`${t("pageNumber", { page: search.pages.length + 1 })} · ${t("pageShown", { count: rows.length })}`}
                pending={isPlaceholderData}
                pageSize={query.size}
                pageSizes={ORDER_PAGE_SIZES}
                onPageSizeChange={(size) => change({ size })}
                {...(search.pages.length > 0
                  ? { onPrevious: () => setSearch({ pages: search.pages.slice(0, -1) }) }
                  : {})}
                {...(data?.nextPageToken && !isPlaceholderData
                  ? { onNext: () => setSearch({ pages: [...search.pages, data.nextPageToken ?? ""] }) }
                  : {})}
              />
            )}
          </div>
        }
      />
      <OrderNews orders={isPlaceholderData ? [] : rows} />
    </>
  );
}

function emptyReason(state: {
  paged: boolean;
  query: OrderQuery;
  filtered: boolean;
  customerId: string | undefined;
}): "none" | "customer" | "attention" | "filtered" | "page" {
  if (state.paged) return "page";
  if (state.query.status === "attention" && !state.query.order) return "attention";
  if (state.filtered) return "filtered";
  return state.customerId ? "customer" : "none";
}
