"use client";

import { InlineTotals } from "@/app/(portal)/_components/list/inline-totals";
import { useTranslations } from "@/lib/i18n/use-translations";
import { sumByCurrency } from "@/lib/money";
import type { OrderRow } from "@/lib/orders/order-schemas";

/** What the chosen orders come to, a sum for each currency; changes of subscriptions are at full price and stay out. */
export default function OrdersMoney({ rows }: { rows: readonly OrderRow[] }) {
  const t = useTranslations("orders.selected");
  const counted = rows.filter((row) => row.kind === "new" && row.totals.length > 0);
  const changes = rows.filter((row) => row.kind === "change").length;
  const unknown = rows.length - counted.length - changes;
  return (
    <InlineTotals
      label={t("total")}
      totals={sumByCurrency(counted.flatMap((row) => row.totals))}
      notes={[
        changes > 0 && t("changes", { count: changes }),
        unknown > 0 && t("unknown", { count: unknown }),
      ]}
    />
  );
}
