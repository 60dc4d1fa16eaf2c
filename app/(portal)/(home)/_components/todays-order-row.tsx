"use client";

import { OrderStatusBadge } from "@/app/(portal)/orders/_components/order-status-badge";
import { ButtonLink } from "@/components/ui/button-link";
import { MoneyTotals } from "@/components/ui/money-totals";
import { TextLink } from "@/components/ui/text-link";
import { useTranslations } from "@/lib/i18n/use-translations";
import type { OrderRow } from "@/lib/orders/order-schemas";
import { routes } from "@/lib/routes";

/** An order that concerns somebody today: what, for whom, why, how much, and the way to it. */
export function TodaysOrderRow({ order }: { order: OrderRow }) {
  const t = useTranslations("home");
  const words = useTranslations("orders");
  const { status, problem, holdReason } = order;
  const why = holdReason ?? (problem && words(`problems.${problem.cause}.title`));
  const step = status.attention ? t(`do.${stepOf(status.phase)}`) : t("do.follow");
  return (
    <li className="grid items-center gap-x-4 gap-y-1.5 border-b border-line py-3 sm:grid-cols-[minmax(0,1fr)_auto_8.5rem]">
      <div className="grid min-w-0 gap-0.5">
        <p className="flex flex-wrap items-center gap-x-2.5 gap-y-1">
          <TextLink
            href={routes.order(order.customerId, order.id)}
            className="min-w-0 font-medium break-words"
          >
            {order.title ?? words("order", { id: order.id })}
          </TextLink>
          <OrderStatusBadge status={status} />
        </p>
        <p className="text-table text-2">
          {[
            order.customerName ?? words("customerId", { id: order.customerId }),
            words("order", { id: order.id }),
            order.seats !== null && words("header.seats", { count: order.seats }),
            order.moreItems > 0 && words("more", { count: order.moreItems }),
          ]
            .filter(Boolean)
            .join(" · ")}
        </p>
        {why && status.attention && <p className="text-table text-2">{why}</p>}
      </div>
      <MoneyTotals totals={order.totals} className="text-table sm:text-right" />
      <ButtonLink
        href={routes.order(order.customerId, order.id)}
        size="sm"
        aria-label={`${step}: ${words("order", { id: order.id })}`}
        className="justify-self-start sm:justify-self-end"
      >
        {step}
      </ButtonLink>
    </li>
  );
}

function stepOf(phase: OrderRow["status"]["phase"]): "onHold" | "failed" | "look" {
  if (phase === "onHold") return "onHold";
  return phase === "failed" || phase === "partlyDone" ? "failed" : "look";
}
