"use client";

import { Suspense } from "react";
import { ListView } from "@/app/(portal)/_components/list/list-view";
import { fromSort, toSort } from "@/app/(portal)/_components/list/sort-param";
import { useListLayout } from "@/app/(portal)/_components/list/use-list-layout";
import { type ListViews, useListViews } from "@/app/(portal)/_components/list/use-list-views";
import { Button } from "@/components/ui/button";
import { ButtonLink } from "@/components/ui/button-link";
import { EmptyState } from "@/components/ui/empty-state";
import { lazyPart } from "@/components/ui/lazy-part";
import { useTranslations } from "@/lib/i18n/use-translations";
import { useInfiniteList } from "@/lib/lists/use-infinite-list";
import type { Packed } from "@/lib/packed";
import type { TableLayout } from "@/lib/preferences";
import { routes } from "@/lib/routes";
import {
  type SubscriptionListPage,
  subscriptionListPageSchema,
} from "@/lib/subscriptions/subscription-list-page";
import {
  SUBSCRIPTION_LIST_SORTS,
  toSubscriptionListParams,
} from "@/lib/subscriptions/subscription-list-query";
import {
  type SubscriptionListSearch,
  subscriptionListParsers,
  toSubscriptionListQuery,
} from "@/lib/subscriptions/subscription-list-search";
import type { SubscriptionRow } from "@/lib/subscriptions/subscription-schemas";
import { useSearchState } from "@/lib/use-search-state";
import { useSubscriptionColumns } from "./subscription-columns";
import { SubscriptionFilters } from "./subscription-filters";

const { Part: SubscriptionPeek } = lazyPart(async () => ({
  default: (await import("./subscription-peek")).SubscriptionPeek,
}));
const { Part: SubscriptionsMoney } = lazyPart(() => import("./subscriptions-money"));

const none: Partial<SubscriptionListSearch> = {
  q: "",
  status: [],
  customer: [],
  provider: [],
  billing: [],
  renew: null,
  from: null,
  to: null,
};
const noViews: ListViews = { views: [], mayShare: false };
const getRowId = (row: SubscriptionRow) => row.id;
const rowHref = (row: SubscriptionRow) => routes.subscription(row.customerId, row.id);

/**
 * Subscriptions out of the mirror. `initial` is what the server has read for its own question; with `customerId` it is
 * that customer's list, part of the customer's page.
 */
export function SubscriptionsView({
  initial,
  layout: initialLayout,
  customerId,
  mayManageSync,
  views = noViews,
}: {
  initial: { params: Record<string, string>; page: Packed<SubscriptionListPage> };
  layout: TableLayout;
  customerId?: string;
  mayManageSync: boolean;
  /** This person's saved views of the list. */
  views?: ListViews;
}) {
  const t = useTranslations("subscriptions");
  const [search, setSearch] = useSearchState(subscriptionListParsers, { history: "push" });
  const asked = toSubscriptionListParams(toSubscriptionListQuery(search));
  const params: Record<string, string> = customerId ? { ...asked, within: customerId } : asked;
  const list = useInfiniteList<SubscriptionRow, SubscriptionListPage>({
    list: "subscriptions",
    params,
    url: routes.api.subscriptions,
    schema: subscriptionListPageSchema,
    initial,
    getRowId,
  });
  const saved = useListViews("subscriptions", views, asked);
  const layout = useListLayout(
    customerId ? "customer-subscriptions" : "subscriptions",
    initialLayout,
    saved.current,
  );
  const columns = useSubscriptionColumns(customerId === undefined);
  const { first, total, rows } = list;
  const change = (next: Partial<SubscriptionListSearch>) =>
    setSearch(next, { history: "q" in next ? "replace" : "push" });
  const { sort: _sort, ...filters } = asked;
  const filtered = Object.keys(filters).length > 0;
  const all = first.unfilteredTotal ?? total;
  return (
    <ListView
      resource="subscriptions"
      list={list}
      params={params}
      columns={columns}
      layout={layout}
      label={t("tableLabel")}
      {...(customerId ? {} : { head: { title: t("title"), views: saved.menu(layout) } })}
      count={filtered ? t("countOf", { shown: total, total: all }) : t("total", { count: all })}
      search={{
        label: t("search"),
        placeholder: t("searchPlaceholder"),
        value: search.q,
        onChange: (q) => change({ q }),
      }}
      filters={
        <SubscriptionFilters
          search={search}
          facets={first.facets}
          withCustomer={customerId === undefined}
          customerNameOf={(id) => rows.find((row) => row.customerId === id)?.customerName ?? null}
          onChange={change}
        />
      }
      onClear={filtered ? () => change(none) : undefined}
      sort={toSort(search.sort)}
      onSortChange={(sort) => setSearch({ sort: fromSort(sort, SUBSCRIPTION_LIST_SORTS) })}
      getRowId={getRowId}
      rowHref={rowHref}
      rowName={(row) => row.name}
      csv={routes.api.subscriptionsCsv}
      money={(chosen) => (
        <Suspense>
          <SubscriptionsMoney rows={chosen} />
        </Suspense>
      )}
      peek={(row) => (
        <Suspense>
          <SubscriptionPeek subscription={row} />
        </Suspense>
      )}
      empty={
        <Empty why={filtered ? "filtered" : customerId ? "customer" : "none"} onReset={() => change(none)} />
      }
      mayManageSync={mayManageSync}
    />
  );
}

function Empty({ why, onReset }: { why: "none" | "customer" | "filtered"; onReset: () => void }) {
  const t = useTranslations(`subscriptions.empty.${why}`);
  return (
    <EmptyState
      title={t("title")}
      description={t("text")}
      action={
        why === "filtered" ? (
          <Button onClick={onReset}>{t("action")}</Button>
        ) : (
          <ButtonLink href={routes.catalog()}>{t("action")}</ButtonLink>
        )
      }
    />
  );
}
