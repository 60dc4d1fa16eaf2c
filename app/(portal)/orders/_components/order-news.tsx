"use client";

import { useEffect, useRef, useState } from "react";
import { LiveRegion } from "@/components/ui/live-region";
import { useTranslations } from "@/lib/i18n/use-translations";
import type { OrderStatus } from "@/lib/orders/order-status";

type Known = { id: string; status: Pick<OrderStatus, "phase"> };

/** Reads out what changed by itself ("Order 1042: Done"); what merely appears or goes with a page or filter is no news. */
export function OrderNews({ orders }: { orders: readonly Known[] }) {
  const t = useTranslations("orders");
  const known = useRef(new Map<string, OrderStatus["phase"]>());
  const [news, setNews] = useState<string | null>(null);
  useEffect(() => {
    const changed = orders.filter(({ id, status }) => {
      const before = known.current.get(id);
      return before !== undefined && before !== status.phase;
    });
    known.current = new Map(orders.map(({ id, status }) => [id, status.phase]));
    const [first] = changed;
    if (!first) return;
    setNews(
      changed.length === 1
        ? t("news.one", { id: first.id, phase: t(`phase.${first.status.phase}`) })
        : t("news.many", { count: changed.length }),
    );
  }, [orders, t]);
  return <LiveRegion>{news}</LiveRegion>;
}
