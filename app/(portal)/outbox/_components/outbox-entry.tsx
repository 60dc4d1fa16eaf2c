"use client";

import { Countdown } from "@/components/ui/countdown";
import { MoneyTotals } from "@/components/ui/money-totals";
import { Reference } from "@/components/ui/reference";
import { RelativeTime } from "@/components/ui/relative-time";
import { StatusBadge } from "@/components/ui/status-badge";
import type { Tone } from "@/components/ui/tone";
import { useTranslations } from "@/lib/i18n/use-translations";
import type { OutboxRow } from "@/lib/orders/intents/intent-shapes";
import { EntryActions } from "./entry-actions";
import { EntryEvidence } from "./entry-evidence";

const TONES: Record<OutboxRow["state"], Tone> = {
  held: "waiting",
  pending: "waiting",
  sending: "info",
  unknown: "attention",
  placed: "ok",
  rejected: "danger",
  recalled: "neutral",
  released: "neutral",
};

/** One order: for whom, where it stands, what and by whom, how much, and what can be done. */
export function OutboxEntry({ row, onChanged }: { row: OutboxRow; onChanged: () => void }) {
  const t = useTranslations("outbox");
  const what = t(`what.${row.kind}`, { id: row.cartId ?? "" });
  const since = row.settledAt ?? row.sentAt ?? row.createdAt;
  return (
    <li className="grid items-start gap-x-4 gap-y-2 border-b border-line py-3 sm:grid-cols-[minmax(0,1fr)_9rem_12rem]">
      <div className="grid min-w-0 gap-0.5">
        <p className="flex flex-wrap items-center gap-x-2.5 gap-y-1">
          <span className="font-medium">{row.customerName ?? row.customerId}</span>
          <StatusBadge tone={TONES[row.state]}>{t(`state.${row.state}`)}</StatusBadge>
          {row.state === "held" && (
            <span className="text-table">
              {t.rich("leavesIn", {
                time: () => <Countdown seconds={row.secondsLeft} className="font-medium tabular-nums" />,
              })}
            </span>
          )}
        </p>
        <p className="text-table break-words">
          {row.lines.map(({ quantity, name }) => t("line", { quantity, name })).join(" · ")}
        </p>
        <p className="text-table text-2">
          {what} · {row.isMine ? t("byYou") : t("by", { name: row.orderedBy })} ·{" "}
          <RelativeTime value={since} />
        </p>
        {row.state === "pending" && row.attempts > 0 && (
          <p className="text-table text-2">{t("retry", { attempts: row.attempts + 1 })}</p>
        )}
        {row.state === "unknown" && <EntryEvidence row={row} />}
        {row.refusal && <p className="text-table text-danger-text">{row.refusal.message}</p>}
        {(row.state === "unknown" || row.state === "rejected") && <Reference value={row.reference} />}
      </div>
      <MoneyTotals totals={row.totals} className="text-table sm:text-right" />
      <EntryActions row={row} onChanged={onChanged} />
    </li>
  );
}
