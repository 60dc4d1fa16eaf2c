"use client";

import { CopyButton } from "@/components/ui/copy-button";
import { DateTime } from "@/components/ui/date-time";
import { DescriptionList, Fact } from "@/components/ui/description-list";
import { MoneyTotals } from "@/components/ui/money-totals";
import { TextLink } from "@/components/ui/text-link";
import { useTranslations } from "@/lib/i18n/use-translations";
import type { Order } from "@/lib/orders/order-schemas";
import { routes } from "@/lib/routes";

/** The column of facts beside an order. */
export function OrderFacts({ order }: { order: Order }) {
  const t = useTranslations("orders");
  return (
    <DescriptionList>
      <Fact label={t("facts.customer")}>
        <TextLink href={routes.customer(order.customerId)}>
          {order.customerName ?? t("customerId", { id: order.customerId })}
        </TextLink>
      </Fact>
      <Fact label={t("facts.total")}>{order.totals.length > 0 && <MoneyTotals totals={order.totals} />}</Fact>
      <Fact label={t("facts.orderedBy")}>
        {order.orderedBy.name}
        {!order.orderedBy.throughPortal && (
          <span className="block text-caption text-3">{t("facts.notThroughPortal")}</span>
        )}
      </Fact>
      <Fact label={t("facts.created")}>{order.createdAt && <DateTime value={order.createdAt} />}</Fact>
      <Fact label={t("facts.updated")}>{order.updatedAt && <DateTime value={order.updatedAt} />}</Fact>
      {order.scheduledAt && order.scheduledAt !== order.createdAt && (
        <Fact label={t("facts.scheduled")}>
          <DateTime value={order.scheduledAt} />
        </Fact>
      )}
      <Fact label={t("facts.ionId")}>
        <Copyable value={order.id} label={t("facts.copyIonId")} />
      </Fact>
      <Fact label={t("facts.reference")}>
        {order.referenceId && <Copyable value={order.referenceId} label={t("facts.copyReference")} />}
      </Fact>
      {order.process?.name && <Fact label={t("facts.process")}>{order.process.name}</Fact>}
    </DescriptionList>
  );
}

function Copyable({ value, label }: { value: string; label: string }) {
  return (
    <span className="flex items-start gap-1">
      <span className="min-w-0 break-all select-all">{value}</span>
      <CopyButton value={value} label={label} className="-my-1 shrink-0" />
    </span>
  );
}
