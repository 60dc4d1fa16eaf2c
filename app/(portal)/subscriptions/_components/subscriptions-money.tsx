"use client";

import { InlineTotals } from "@/app/(portal)/_components/list/inline-totals";
import { useTranslations } from "@/lib/i18n/use-translations";
import { roundMoney, sumByCurrency } from "@/lib/money";
import { monthlyPrice } from "@/lib/subscriptions/monthly-price";
import type { SubscriptionRow } from "@/lib/subscriptions/subscription-schemas";

/** How many seats the chosen subscriptions have, and what they come to in a month, a sum for each currency. */
export default function SubscriptionsMoney({ rows }: { rows: readonly SubscriptionRow[] }) {
  const t = useTranslations("subscriptions.selected");
  const prices = rows.flatMap((row) => monthlyPrice(row) ?? []);
  const seats = rows.reduce((sum, row) => sum + (row.seats ?? 0), 0);
  const without = rows.length - prices.length;
  return (
    <span className="flex flex-wrap items-baseline gap-x-2">
      <span className="tabular-nums">{t("seats", { count: seats })}</span>
      <InlineTotals
        label={t("monthly")}
        totals={sumByCurrency(prices).map(roundMoney)}
        notes={[without > 0 && t("without", { count: without })]}
      />
    </span>
  );
}
