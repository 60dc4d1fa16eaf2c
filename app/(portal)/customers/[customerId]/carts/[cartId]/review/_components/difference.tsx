"use client";

import { MoneyTotals } from "@/components/ui/money-totals";
import { useTranslations } from "@/lib/i18n/use-translations";
import type { OrderDifference } from "@/lib/orders/intents/intent-shapes";

/** What was confirmed beside what it is now: lines that differ, and the totals. */
export function Difference({ difference: { before, after } }: { difference: OrderDifference }) {
  const t = useTranslations("carts.review");
  return (
    <div className="mt-1 grid gap-3 sm:grid-cols-2">
      <Side title={t("before")} side={before} />
      <Side title={t("after")} side={after} />
    </div>
  );
}

function Side({ title, side }: { title: string; side: OrderDifference["before"] }) {
  const t = useTranslations("outbox");
  return (
    <div className="grid content-start gap-0.5">
      <p className="text-caption text-3">{title}</p>
      <ul>
        {side.lines.map((line) => (
          <li key={line.name}>{t("line", { quantity: line.quantity, name: line.name })}</li>
        ))}
      </ul>
      <MoneyTotals totals={side.totals} className="font-medium text-1" />
    </div>
  );
}
