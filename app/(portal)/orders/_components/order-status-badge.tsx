"use client";

import { useTranslations } from "next-intl";
import { StatusBadge } from "@/components/ui/status-badge";
import { isSettled, type OrderStatus } from "@/lib/orders/order-status";
import { orderTone } from "@/lib/orders/order-tone";

/** The state of an order in a word, and since when while it moves. */
export function OrderStatusBadge({ status, plain = false }: { status: OrderStatus; plain?: boolean }) {
  const t = useTranslations("orders");
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
