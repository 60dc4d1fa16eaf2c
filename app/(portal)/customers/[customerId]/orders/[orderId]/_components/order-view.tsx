"use client";

import { useLocale } from "next-intl";
import { useGone } from "@/app/(portal)/_components/use-gone";
import { Freshness } from "@/app/(portal)/orders/_components/freshness";
import { OrderNews } from "@/app/(portal)/orders/_components/order-news";
import { OrderStatusBadge } from "@/app/(portal)/orders/_components/order-status-badge";
import { PageCrumbs } from "@/components/shell/page-crumbs";
import { DetailLayout } from "@/components/ui/detail-layout";
import { PageHeader } from "@/components/ui/page-header";
import { formatMoney } from "@/lib/format";
import { useTranslations } from "@/lib/i18n/use-translations";
import type { Order } from "@/lib/orders/order-schemas";
import { useOrder } from "@/lib/orders/use-order";
import { routes } from "@/lib/routes";
import { CancelOrderButton } from "./cancel-order-button";
import { CredentialsPanel } from "./credentials-panel";
import { LinkedSubscriptions } from "./linked-subscriptions";
import { OrderFacts } from "./order-facts";
import { OrderItems } from "./order-items";
import { OrderProblems } from "./order-problems";
import { OrderProgress } from "./order-progress";

/** An order from its head to its items, renewed by itself while it moves. */
export function OrderView({ initial }: { initial: Order }) {
  const t = useTranslations("orders");
  const locale = useLocale();
  const query = useOrder(initial);
  const order = query.data;
  useGone(query.error);
  const customer = order.customerName ?? t("customerId", { id: order.customerId });
  return (
    <>
      <PageCrumbs
        crumbs={[
          { label: customer, href: routes.customer(order.customerId) },
          { label: t("title"), href: routes.customerOrders(order.customerId) },
          { label: t("order", { id: order.id }) },
        ]}
      />
      <PageHeader
        title={t("order", { id: order.id })}
        badge={<OrderStatusBadge status={order.status} />}
        facts={
          <>
            {[order.title, order.moreItems > 0 && t("more", { count: order.moreItems })]
              .filter(Boolean)
              .join(" ")}
            {order.seats !== null && ` · ${t("header.seats", { count: order.seats })}`}
            {order.totals.map((total) => ` · ${formatMoney(locale, total)}`)}
          </>
        }
        actions={<CancelOrderButton order={order} onChanged={() => query.refetch()} />}
      />
      <DetailLayout facts={<OrderFacts order={order} />} summary={customer}>
        <OrderProgress
          order={order}
          freshness={
            <Freshness
              updatedAtMs={query.dataUpdatedAt}
              following={order.pollAfterMs !== null}
              error={query.error}
              offline={query.fetchStatus === "paused"}
              onRefresh={() => query.refetch()}
            />
          }
        />
        <OrderProblems problems={order.problems} customerId={order.customerId} />
        <LinkedSubscriptions order={order} failed={query.isError} />
        <CredentialsPanel order={order} />
        <OrderItems order={order} />
      </DetailLayout>
      <OrderNews orders={[order]} />
    </>
  );
}
