"use client";

import { CopyButton } from "@/components/ui/copy-button";
import { RelativeTime } from "@/components/ui/relative-time";
import { StatusBadge } from "@/components/ui/status-badge";
import type { Tone } from "@/components/ui/tone";
import type { AuditCheckView } from "@/lib/audit/audit-state-schema";
import { useTranslations } from "@/lib/i18n/use-translations";

const SHORT = 8;

export const checkTones: Record<AuditCheckView["state"], Tone> = {
  running: "waiting",
  interrupted: "attention",
  failed: "attention",
  unbroken: "ok",
  broken: "danger",
};

/** What a check came to, in a line: when, over how many entries, and the head to keep elsewhere. */
export function ChainLine({ check }: { check: AuditCheckView | undefined }) {
  const t = useTranslations("audit.chain");
  if (!check) return <StatusBadge tone="neutral">{t("never")}</StatusBadge>;
  const { state, rows, expected, finishedAt, headSequence, headHash } = check;
  if (state === "running") {
    return (
      <StatusBadge tone="waiting">
        {expected > 0 ? t("running", { rows, expected }) : t("starting")}
      </StatusBadge>
    );
  }
  return (
    <span className="flex flex-wrap items-center gap-x-2 gap-y-0.5">
      <StatusBadge tone={checkTones[state]}>{t(state)}</StatusBadge>
      <span>{t.rich("checked", { time: () => <RelativeTime value={finishedAt ?? check.startedAt} /> })}</span>
      {state === "unbroken" && <span className="tabular-nums">· {t("rows", { rows })}</span>}
      {state === "unbroken" && headSequence !== null && headHash !== null && (
        <span className="inline-flex items-center gap-1" title={t("headHelp")}>
          <span>
            ·{" "}
            {t.rich("head", {
              sequence: headSequence,
              hash: () => <code className="font-mono text-caption">{headHash.slice(0, SHORT)}…</code>,
            })}
          </span>
          <CopyButton value={`${headSequence}:${headHash}`} label={t("copyHead")} />
        </span>
      )}
    </span>
  );
}
