"use client";

import { StatusBadge } from "@/components/ui/status-badge";
import { useTranslations } from "@/lib/i18n/use-translations";
import { isSettled, type OrderStatus } from "@/lib/orders/order-status";
import { orderTone } from "@/lib/orders/order-tone";

type Words = ReturnType<typeof useTranslations<"orders">>;

/** The state of an order in a word, and since when while it moves. */
export function OrderStatusBadge({ status, plain = false }: { status: OrderStatus; plain?: boolean }) {
  return orderStatusBadge(status, useTranslations("orders"), plain);
}

/** The same for a list, which asks for its texts once and not in each row. */
export function orderStatusBadge(status: OrderStatus, t: Words, plain: boolean) {
  const moves = !isSettled(status.state) && status.since !== null;
  return (
    <StatusBadge
      tone={orderTone(status)}
      plain={plain}
      {...(moves && status.since ? { since: status.since } : {})}
    >
      {status.phase === "unknown" && status.raw
        ? t("unknownStatus", { raw: status.raw })
        : t(`phase.${status.phase}`)}
    </StatusBadge>
  );
}
