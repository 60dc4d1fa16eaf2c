"use client";

import { Banner } from "@/components/ui/banner";
import { EmptyState } from "@/components/ui/empty-state";
import { RelativeTime } from "@/components/ui/relative-time";
import { Section } from "@/components/ui/section";
import { useTranslations } from "@/lib/i18n/use-translations";
import type { Outbox, OutboxRow } from "@/lib/orders/intents/intent-shapes";
import { OutboxEntry } from "./outbox-entry";
import { useOutbox } from "./use-outbox";

const STATES = {
  held: ["held"],
  going: ["pending", "sending"],
  unknown: ["unknown"],
} as const;
const PARTS = ["held", "going", "unknown"] as const;

/** The outbox in the order of what can still be done about it. */
export function OutboxView({ initial }: { initial: Outbox }) {
  const t = useTranslations("outbox");
  const { data, isError, refetch } = useOutbox(initial);
  const rowsOf = (part: (typeof PARTS)[number]) =>
    data.live.filter((row) => (STATES[part] as readonly string[]).includes(row.state));
  const changed = () => void refetch();
  return (
    <div className="grid max-w-5xl gap-8">
      {isError && (
        <Banner tone="attention" live="polite">
          {t.rich("stale", { time: () => <RelativeTime value={data.asOf} /> })}
        </Banner>
      )}
      {data.live.length === 0 && <EmptyState title={t("emptyTitle")} description={t("emptyText")} />}
      {PARTS.filter((part) => rowsOf(part).length > 0).map((part) => (
        <Section key={part} title={t(part)} description={t(`${part}Text`)}>
          <Entries rows={rowsOf(part)} onChanged={changed} />
        </Section>
      ))}
      <Section title={t("settled")}>
        {data.settled.length === 0 ? (
          <p className="text-table text-2">{t("settledEmpty")}</p>
        ) : (
          <Entries rows={data.settled} onChanged={changed} />
        )}
      </Section>
    </div>
  );
}

function Entries({ rows, onChanged }: { rows: readonly OutboxRow[]; onChanged: () => void }) {
  return (
    <ul className="grid border-t border-line">
      {rows.map((row) => (
        <OutboxEntry key={row.id} row={row} onChanged={onChanged} />
      ))}
    </ul>
  );
}
