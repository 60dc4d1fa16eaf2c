"use client";

import { Section } from "@/components/ui/section";
import { StatusBadge } from "@/components/ui/status-badge";
import { TextLink } from "@/components/ui/text-link";
import { useTranslations } from "@/lib/i18n/use-translations";
import type { Order } from "@/lib/orders/order-schemas";
import { routes } from "@/lib/routes";
import { SUBSCRIPTION_TONES } from "@/lib/subscriptions/subscription-status";

type Props = {
  order: Order;
  /** Ion can't be asked now, so what the mirror does not know stays open. */
  failed: boolean;
};

/** What the order led to: its subscriptions, or why there is none to open yet. */
export function LinkedSubscriptions({ order, failed }: Props) {
  const t = useTranslations("orders.subscriptions");
  const { rows } = order.subscriptions;
  const state = order.subscriptions.state === "unknown" && failed ? "unavailable" : order.subscriptions.state;
  if (state === "later" && (order.status.state === "failed" || order.status.state === "cancelled"))
    return null;
  return (
    <Section title={t(rows.length > 1 ? "many" : "title")}>
      {state === "found" ? (
        <ul className="grid gap-2">
          {rows.map((row) => (
            <li key={row.id} className="flex flex-wrap items-center gap-x-3 gap-y-1">
              <StatusBadge tone={SUBSCRIPTION_TONES[row.state]}>{t(`status.${row.state}`)}</StatusBadge>
              <TextLink href={routes.subscription(row.customerId, row.id)} className="font-medium">
                {row.name ?? row.id}
              </TextLink>
              {row.licenses !== null && (
                <span className="text-table text-3">{t("seats", { count: row.licenses })}</span>
              )}
            </li>
          ))}
        </ul>
      ) : (
        <p className="text-table text-2">
          {t(state)}{" "}
          {state !== "later" && (
            <TextLink href={routes.customerSubscriptions(order.customerId)}>{t("all")}</TextLink>
          )}
        </p>
      )}
    </Section>
  );
}
