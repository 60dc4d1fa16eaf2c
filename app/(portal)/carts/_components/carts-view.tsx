"use client";

import { DataTable } from "@/components/data-table/data-table";
import { Button } from "@/components/ui/button";
import { ButtonLink } from "@/components/ui/button-link";
import { EmptyState } from "@/components/ui/empty-state";
import { PaginationBar } from "@/components/ui/pagination-bar";
import { RelativeTime } from "@/components/ui/relative-time";
import { SearchField } from "@/components/ui/search-field";
import { cartSearchParsers, toCartsQuery } from "@/lib/carts/cart-search";
import { CARTS_PAGE_SIZE, type ListCartsQuery } from "@/lib/carts/inputs";
import type { CartPage } from "@/lib/carts/schemas";
import { useCarts } from "@/lib/carts/use-carts";
import { useTranslations } from "@/lib/i18n/use-translations";
import { routes } from "@/lib/routes";
import { useSearchState } from "@/lib/use-search-state";
import { RequestProblem } from "../../_components/request-problem";
import { useCartColumns } from "./use-cart-columns";

/** Carts in progress over all customers: found by customer or number, opened to go on with. */
export function CartsView({ initial, initialQuery }: { initial: CartPage; initialQuery: ListCartsQuery }) {
  const t = useTranslations("carts.list");
  const [search, setSearch] = useSearchState(cartSearchParsers, { history: "push" });
  const query = toCartsQuery(search);
  const isInitial = JSON.stringify(query) === JSON.stringify(initialQuery);
  const carts = useCarts(query, isInitial ? initial : undefined);
  const columns = useCartColumns(true);
  const { data, isPlaceholderData } = carts;
  const rows = data?.rows ?? [];
  return (
    <DataTable
      label={t("label")}
      tableId="carts"
      columns={columns}
      rows={rows}
      getRowId={(row) => row.id}
      rowHref={(row) => routes.cart(row.customerId, row.id)}
      loading={!data && !carts.isError}
      refreshing={isPlaceholderData}
      empty={
        carts.isError && !data ? (
          <RequestProblem error={carts.error} pending={carts.isFetching} onRetry={() => carts.refetch()} />
        ) : (
          <CartsEmpty query={query} onReset={() => setSearch({ q: null, from: null })} />
        )
      }
      toolbar={
        <SearchField
          label={t("search")}
          value={search.q}
          pending={isPlaceholderData}
          onChange={(q) => setSearch({ q: q || null, from: null }, { history: "replace" })}
          className="sm:w-80"
        />
      }
      footer={
        data &&
        rows.length > 0 && (
          <div className="flex flex-wrap items-center justify-between gap-x-6">
            <p className="text-caption text-3">
              {t.rich("asOf", { time: () => <RelativeTime value={data.asOf} /> })}
            </p>
            {data.total > rows.length && (
              <PaginationBar
                summary={t("range", {
                  from: query.cursor + 1,
                  to: query.cursor + rows.length,
                  total: data.total,
                })}
                pending={isPlaceholderData}
                {...(query.cursor > 0
                  ? {
                      onPrevious: () =>
                        setSearch({ from: Math.max(0, query.cursor - CARTS_PAGE_SIZE) || null }),
                    }
                  : {})}
                {...(data.nextCursor !== null && !isPlaceholderData
                  ? { onNext: () => setSearch({ from: data.nextCursor }) }
                  : {})}
              />
            )}
          </div>
        )
      }
    />
  );
}

function CartsEmpty({ query, onReset }: { query: ListCartsQuery; onReset: () => void }) {
  const t = useTranslations("carts.list");
  if (query.q !== "") {
    return (
      <EmptyState
        title={t("noMatchTitle")}
        description={t("noMatchText")}
        action={<Button onClick={onReset}>{t("noMatchAction")}</Button>}
      />
    );
  }
  if (query.cursor > 0) {
    return (
      <EmptyState
        title={t("pageEmptyTitle")}
        action={<Button onClick={onReset}>{t("pageEmptyAction")}</Button>}
      />
    );
  }
  return (
    <EmptyState
      title={t("emptyTitle")}
      description={t("emptyText")}
      action={
        <ButtonLink variant="primary" href={routes.catalog()}>
          {t("emptyAction")}
        </ButtonLink>
      }
    />
  );
}
