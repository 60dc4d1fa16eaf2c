"use client";

import { Banner } from "@/components/ui/banner";
import { MoneyTotals } from "@/components/ui/money-totals";
import { Section } from "@/components/ui/section";
import { useTranslations } from "@/lib/i18n/use-translations";
import type { Order } from "@/lib/orders/order-schemas";
import { OrderItemRow } from "./order-item-row";

/** The lines of an order with their total. */
export function OrderItems({ order }: { order: Order }) {
  const t = useTranslations("orders.items");
  return (
    <Section title={t("title")}>
      {order.kind === "change" && <Banner tone="info">{t("updateNote")}</Banner>}
      <ul aria-label={t("label")} className="grid border-t border-line">
        {order.items.map((item) => (
          <OrderItemRow key={item.key} item={item} order={order} />
        ))}
      </ul>
      <p className="flex items-baseline justify-between gap-4 font-semibold">
        <span>{t("total")}</span>
        {order.totals.length > 0 ? (
          <MoneyTotals totals={order.totals} className="text-right" />
        ) : (
          <span className="font-normal text-3">{t("totalUnknown")}</span>
        )}
      </p>
    </Section>
  );
}
