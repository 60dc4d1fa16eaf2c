"use client";

import { useTranslations } from "next-intl";
import { useQueryStates } from "nuqs";
import { RequestProblem } from "@/app/(portal)/_components/request-problem";
import { DataTable } from "@/components/data-table/data-table";
import { Button } from "@/components/ui/button";
import { ButtonLink } from "@/components/ui/button-link";
import { EmptyState } from "@/components/ui/empty-state";
import { routes } from "@/lib/routes";
import { SUBSCRIPTION_SORT_NAMES, type SubscriptionQuery } from "@/lib/subscriptions/subscription-query";
import type { SubscriptionList } from "@/lib/subscriptions/subscription-schemas";
import { subscriptionSearchParsers, toSubscriptionQuery } from "@/lib/subscriptions/subscription-search";
import { useSubscriptions } from "@/lib/subscriptions/use-subscriptions";
import { useSubscriptionColumns } from "./subscription-columns";
import { SubscriptionFilters } from "./subscription-filters";
import { SubscriptionsFooter } from "./subscriptions-footer";

const cleared = { status: null, customer: null, provider: null, q: null, offset: null };

/** A list of subscriptions. `initial` is what the server has read for `initialQuery`; with `customerId` it is that customer's. */
export function SubscriptionsView({
  initialQuery,
  initial,
  customerId,
}: {
  initialQuery: SubscriptionQuery;
  initial: SubscriptionList;
  customerId?: string;
}) {
  const t = useTranslations("subscriptions");
  const [search, setSearch] = useQueryStates(subscriptionSearchParsers, { history: "push" });
  const query = toSubscriptionQuery(search, customerId);
  const isInitial = JSON.stringify(query) === JSON.stringify(initialQuery);
  const subscriptions = useSubscriptions(query, isInitial ? initial : undefined);
  const { data, isPlaceholderData } = subscriptions;
  const change = (next: Parameters<typeof setSearch>[0]) =>
    setSearch({ offset: null, ...(next as Record<string, unknown>) } as Parameters<typeof setSearch>[0]);
  const columns = useSubscriptionColumns(customerId === undefined);
  const rows = data?.rows ?? [];
  const filtered = Boolean(query.status || query.q || query.provider || (query.customer && !customerId));

  return (
    <DataTable
      label={t("tableLabel")}
      tableId={customerId ? "customer-subscriptions" : "subscriptions"}
      columns={columns}
      rows={rows}
      getRowId={(row) => row.id}
      rowHref={(row) => routes.subscription(row.customerId, row.id)}
      sort={{ id: query.sort, desc: query.dir === "desc" }}
      onSortChange={(sort) =>
        change({
          sort: SUBSCRIPTION_SORT_NAMES.find((each) => each === sort?.id) ?? null,
          dir: sort ? (sort.desc ? "desc" : "asc") : null,
        })
      }
      loading={!data && !subscriptions.isError}
      refreshing={isPlaceholderData}
      empty={
        subscriptions.isError && !data ? (
          <RequestProblem
            error={subscriptions.error}
            pending={subscriptions.isFetching}
            onRetry={() => subscriptions.refetch()}
          />
        ) : (
          <Empty
            why={filtered || query.offset > 0 ? "filtered" : customerId ? "customer" : "none"}
            onReset={() => setSearch(cleared)}
          />
        )
      }
      toolbar={
        <SubscriptionFilters
          filters={search}
          onChange={change}
          withCustomer={customerId === undefined}
          customerName={rows.find((row) => row.customerId === search.customer)?.customerName ?? null}
          providerName={rows.find((row) => row.providerId === search.provider)?.providerName ?? null}
          pending={isPlaceholderData}
        />
      }
      footer={
        data && (
          <SubscriptionsFooter
            list={data}
            query={query}
            failed={subscriptions.isError}
            pending={isPlaceholderData}
            onOffset={(offset) => setSearch({ offset: offset === 0 ? null : offset })}
            onPageSize={(size) => change({ size: size as SubscriptionQuery["size"] })}
          />
        )
      }
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
