import { useLocale } from "next-intl";
import { ButtonLink } from "@/components/ui/button-link";
import { EmptyState } from "@/components/ui/empty-state";
import { Reference } from "@/components/ui/reference";
import { RelativeTime } from "@/components/ui/relative-time";
import { StatusBadge } from "@/components/ui/status-badge";
import type { Tone } from "@/components/ui/tone";
import { formatElapsed, formatNumber } from "@/lib/format";
import { useTranslations } from "@/lib/i18n/use-translations";
import type { SyncRunPage, SyncRunState, SyncRunView } from "@/lib/mirror/sync-schemas";
import { Difference } from "./difference";
import { FailureWords } from "./failure-words";

const tones: Record<SyncRunState, Tone> = {
  running: "waiting",
  held: "attention",
  done: "ok",
  failed: "danger",
  discarded: "neutral",
};

/** The passes of the past, the last one first. */
export function RunHistory({ page, olderHref }: { page: SyncRunPage; olderHref: string | null }) {
  const t = useTranslations("sync.history");
  if (page.runs.length === 0) return <EmptyState title={t("emptyTitle")} description={t("emptyText")} />;
  return (
    <div className="grid gap-3">
      <ol className="border-t border-line">
        {page.runs.map((run) => (
          <Run key={run.id} run={run} />
        ))}
      </ol>
      {olderHref && (
        <div>
          <ButtonLink href={olderHref}>{t("older")}</ButtonLink>
        </div>
      )}
    </div>
  );
}

function Run({ run }: { run: SyncRunView }) {
  const t = useTranslations("sync.history");
  const admin = useTranslations("sync.admin");
  const locale = useLocale();
  const ms = run.finishedAt ? Date.parse(run.finishedAt) - Date.parse(run.startedAt) : null;
  const number = (value: number) => formatNumber(locale, value);
  const hasMore = run.skippedCount > 0 || run.difference !== null;
  return (
    <li className="grid gap-x-4 gap-y-1 border-b border-line py-2.5 text-table sm:grid-cols-[8rem_9rem_11rem_5rem_1fr]">
      <p className="font-medium">{admin(`resource.${run.resource}`)}</p>
      <p>
        <StatusBadge tone={tones[run.state]} plain>
          {run.interrupted ? admin("state.interrupted") : t(`state.${run.state}`)}
        </StatusBadge>
      </p>
      <p className="text-2">
        <RelativeTime value={run.startedAt} />
      </p>
      <p className="tabular-nums text-2 sm:text-right">
        {ms === null ? "–" : ms < 1000 ? t("underSecond") : formatElapsed(locale, ms)}
      </p>
      <p className="text-2 tabular-nums">
        {t(`kind.${run.kind}`)} ·{" "}
        {run.requestedBy ? t("askedBy", { name: run.requestedBy }) : t(`trigger.${run.trigger}`)} ·{" "}
        {t("rows", { count: run.rows })}
        {run.inserted > 0 && ` · ${t("inserted", { count: run.inserted })}`}
        {run.updated > 0 && ` · ${t("updated", { count: run.updated })}`}
        {run.removed > 0 && ` · ${t("removed", { count: run.removed })}`}
        {run.inserted + run.updated + run.removed === 0 && run.state === "done" && ` · ${t("nothing")}`}
        {run.decidedBy && ` · ${t("decidedBy", { name: run.decidedBy })}`}
      </p>
      {run.failure && (
        <div className="flex flex-wrap items-baseline gap-x-3 sm:col-span-full">
          <FailureWords failure={run.failure} />
          {run.failure.reference && <Reference value={run.failure.reference} />}
        </div>
      )}
      {hasMore && (
        <details className="sm:col-span-full">
          <summary className="inline-flex min-h-6 items-center rounded-sm text-2 underline decoration-line-strong underline-offset-3 hover:text-1">
            {run.skippedCount > 0 ? t("skipped", { count: run.skippedCount }) : t("difference")}
          </summary>
          <div className="grid gap-3 pt-2 pl-4">
            {run.skippedCount > 0 && (
              <ul className="grid gap-0.5">
                {run.skipped.map((skip, index) => (
                  // biome-ignore lint/suspicious/noArrayIndexKey: a finished list that never changes
                  <li key={index} className="flex flex-wrap gap-x-2">
                    <span className="text-3 tabular-nums">{t("page", { page: number(skip.page) })}</span>
                    <span>{skip.id ?? t("noId")}</span>
                    <span className="text-2">{skip.reason}</span>
                  </li>
                ))}
                {run.skippedCount > run.skipped.length && (
                  <li className="text-3">
                    {t("moreSkipped", { count: run.skippedCount - run.skipped.length })}
                  </li>
                )}
              </ul>
            )}
            {run.difference && <Difference resource={run.resource} difference={run.difference} />}
          </div>
        </details>
      )}
    </li>
  );
}
