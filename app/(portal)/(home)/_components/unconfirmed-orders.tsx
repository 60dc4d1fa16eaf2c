"use client";

import { ButtonLink } from "@/components/ui/button-link";
import { Elapsed } from "@/components/ui/elapsed";
import { MoneyTotals } from "@/components/ui/money-totals";
import { Section } from "@/components/ui/section";
import { StatusBadge } from "@/components/ui/status-badge";
import type { UnconfirmedOrder } from "@/lib/home/today-schemas";
import { useTranslations } from "@/lib/i18n/use-translations";
import { routes } from "@/lib/routes";

/** Orders that Ion has not confirmed: nobody has to do anything, but everybody should know. */
export function UnconfirmedOrders({ orders }: { orders: readonly UnconfirmedOrder[] }) {
  const t = useTranslations("home.unconfirmed");
  return (
    <Section title={t("title")} description={t("text")}>
      <ul className="grid border-t border-line">
        {orders.map((order) => (
          <li
            key={order.id}
            className="grid items-center gap-x-4 gap-y-1.5 border-b border-line py-3 sm:grid-cols-[minmax(0,1fr)_auto_8.5rem]"
          >
            <div className="grid min-w-0 gap-0.5">
              <p className="flex flex-wrap items-center gap-x-2.5 gap-y-1">
                <span className="font-medium">{order.customerName ?? order.customerId}</span>
                <StatusBadge tone="attention">{t("state")}</StatusBadge>
              </p>
              <p className="text-table text-2">
                {order.cartId === null ? order.name : t("cart", { id: order.cartId })} · {order.orderedBy} ·{" "}
                {t.rich("since", { time: () => <Elapsed since={order.since} /> })}
              </p>
            </div>
            <MoneyTotals totals={order.totals} className="text-table sm:text-right" />
            <ButtonLink
              href={order.cartId === null ? routes.outbox() : routes.cart(order.customerId, order.cartId)}
              size="sm"
              aria-label={`${t("open")}: ${order.cartId === null ? order.name : t("cart", { id: order.cartId })}`}
              className="justify-self-start sm:justify-self-end"
            >
              {t("open")}
            </ButtonLink>
          </li>
        ))}
      </ul>
    </Section>
  );
}
