"use client";

import { useLocale } from "next-intl";
import { DateTime } from "@/components/ui/date-time";
import { DescriptionList, Fact } from "@/components/ui/description-list";
import { MoneyTotals } from "@/components/ui/money-totals";
import { TextLink } from "@/components/ui/text-link";
import { formatNumber } from "@/lib/format";
import { useTranslations } from "@/lib/i18n/use-translations";
import type { OrderRow } from "@/lib/orders/order-schemas";
import { routes } from "@/lib/routes";
import { OrderStatusBadge } from "./order-status-badge";

/** An order at a glance, for the side panel of its list. */
export function OrderPeek({ order }: { order: OrderRow }) {
  const t = useTranslations("orders");
  const locale = useLocale();
  return (
    <div className="grid gap-4">
      <div>
        <OrderStatusBadge status={order.status} />
      </div>
      {order.holdReason && <p className="text-table">{t("lead.ionSays", { text: order.holdReason })}</p>}
      {order.problem && (
        <div className="text-table">
          <p className="font-medium text-danger-text">{t(`problems.${order.problem.cause}.title`)}</p>
          <p className="text-2">{t(`problems.${order.problem.cause}.help`)}</p>
        </div>
      )}
      <DescriptionList>
        <Fact label={t("facts.customer")}>
          <TextLink href={routes.customer(order.customerId)}>
            {order.customerName ?? t("customerId", { id: order.customerId })}
          </TextLink>
        </Fact>
        <Fact label={t("columns.what")}>
          {order.title}
          {order.planName && <span className="text-3"> · {order.planName}</span>}
          {order.moreItems > 0 && <span className="text-3"> {t("more", { count: order.moreItems })}</span>}
        </Fact>
        <Fact label={t("filter.kind")}>{t(`kind.${order.kind}`)}</Fact>
        <Fact label={t("columns.seats")}>
          {order.seats === null ? null : formatNumber(locale, order.seats)}
        </Fact>
        <Fact label={t("columns.total")}>
          {order.totals.length > 0 ? <MoneyTotals totals={order.totals} /> : null}
        </Fact>
        <Fact label={t("columns.created")}>
          {order.createdAt ? <DateTime value={order.createdAt} /> : null}
        </Fact>
        <Fact label={t("columns.updated")}>
          {order.updatedAt ? <DateTime value={order.updatedAt} /> : null}
        </Fact>
      </DescriptionList>
      {order.kind === "change" && <p className="text-table text-2">{t("changeHint")}</p>}
    </div>
  );
}
