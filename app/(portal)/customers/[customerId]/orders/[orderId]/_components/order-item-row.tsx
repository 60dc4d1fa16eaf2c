"use client";

import { useLocale } from "next-intl";
import { Money } from "@/components/ui/money";
import { StatusBadge } from "@/components/ui/status-badge";
import { TextLink } from "@/components/ui/text-link";
import { formatNumber } from "@/lib/format";
import { useTranslations } from "@/lib/i18n/use-translations";
import type { Order, OrderItem } from "@/lib/orders/order-schemas";
import { orderTone } from "@/lib/orders/order-tone";
import { routes } from "@/lib/routes";
import { OrderItemDetails } from "./order-item-details";
import { OrderProblems } from "./order-problems";

/** One line of an order: what, how many, what it costs, where it stands; its details fold out. */
export function OrderItemRow({ item, order }: { item: OrderItem; order: Order }) {
  const t = useTranslations("orders");
  const locale = useLocale();
  const name = item.skuName ?? item.productName ?? "–";
  return (
    <li className="grid gap-3 border-b border-line py-4">
      <div className="grid gap-x-6 gap-y-2 sm:grid-cols-[minmax(0,1fr)_auto]">
        <div className="grid min-w-0 gap-1">
          <p className="flex flex-wrap items-center gap-x-2 gap-y-1">
            {item.productId ? (
              <TextLink href={routes.product(item.productId)} className="min-w-0 font-medium break-words">
                {name}
              </TextLink>
            ) : (
              <span className="min-w-0 font-medium break-words">{name}</span>
            )}
            <StatusBadge
              tone={orderTone({ phase: item.phase, attention: false })}
              plain
              className="text-table"
            >
              {item.phase === "unknown" && item.rawStatus
                ? t("unknownStatus", { raw: item.rawStatus })
                : t(`phase.${item.phase}`)}
            </StatusBadge>
          </p>
          <p className="text-table text-2">
            {[
              item.planName,
              item.term && t(`term.${item.term.unit}`, { count: item.term.count }),
              item.billingPeriod &&
                (t.has(`billing.${item.billingPeriod}`) ? t(`billing.${item.billingPeriod}`) : null),
            ]
              .filter(Boolean)
              .join(" · ")}
          </p>
          {item.addOns.map((addOn) => (
            <p key={addOn.name} className="text-table text-2">
              {addOn.quantity === null
                ? t("items.addOn", { name: addOn.name })
                : t("items.addOnSeats", { name: addOn.name, count: addOn.quantity })}
            </p>
          ))}
        </div>
        <div className="sm:text-right">
          <p className="font-medium">{item.subTotal ? <Money value={item.subTotal} /> : "–"}</p>
          <p className="text-table text-2 tabular-nums">
            {item.quantity !== null && formatNumber(locale, item.quantity)}
            {item.quantity !== null && item.unitPrice && (
              <>
                {" × "}
                <Money value={item.unitPrice} />
              </>
            )}
          </p>
          {item.cost && (
            <p className="text-caption text-3">
              {t("items.cost")} <Money value={item.cost} /> {t("items.costNote")}
            </p>
          )}
        </div>
      </div>
      {item.pricesAgree === false && (
        <p className="text-caption text-attention-text">{t("items.pricesDisagree")}</p>
      )}
      <OrderProblems problems={item.problems} customerId={order.customerId} />
      <OrderItemDetails item={item} />
    </li>
  );
}
