"use client";

import { RelativeTime } from "@/components/ui/relative-time";
import { useTranslations } from "@/lib/i18n/use-translations";
import type { OutboxRow } from "@/lib/orders/intents/intent-shapes";

/** What Ion has shown so far of an order that it did not confirm. */
export function EntryEvidence({ row }: { row: OutboxRow }) {
  const t = useTranslations("outbox");
  const { lookups, lastLookupAt, cartStatus } = row;
  return (
    <p className="text-table text-2">
      {t("looks", { lookups })}{" "}
      {lastLookupAt !== null && t.rich("lastLook", { time: () => <RelativeTime value={lastLookupAt} /> })}{" "}
      {cartStatus !== null && t("cartStatus", { status: cartStatus })}
    </p>
  );
}
