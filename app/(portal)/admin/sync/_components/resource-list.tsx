"use client";

import { useRouter } from "next/navigation";
import { useLocale } from "next-intl";
import { useCallback, useState } from "react";
import { RunningWords } from "@/app/(portal)/_components/freshness-line";
import { refreshListAction } from "@/app/(portal)/actions";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import { ProgressBar } from "@/components/ui/progress-bar";
import { RelativeTime } from "@/components/ui/relative-time";
import { StatusBadge } from "@/components/ui/status-badge";
import type { Tone } from "@/components/ui/tone";
import { formatNumber } from "@/lib/format";
import { useTranslations } from "@/lib/i18n/use-translations";
import type { SyncOverview, SyncProgress, SyncResourceState } from "@/lib/mirror/sync-schemas";
import { FailureWords } from "./failure-words";
import { HeldRun } from "./held-run";
import { useOverview } from "./use-overview";

type State = "running" | "interrupted" | "held" | "failed" | "never" | "ok";

const tones: Record<State, Tone> = {
  running: "waiting",
  interrupted: "attention",
  held: "attention",
  failed: "danger",
  never: "waiting",
  ok: "ok",
};

/** What a person has to know of a mirror first. */
export function stateOf({ run, last, fullAt }: Pick<SyncResourceState, "run" | "last" | "fullAt">): State {
  if (run?.state === "held") return "held";
  if (run) return run.interrupted ? "interrupted" : "running";
  if (last?.state === "failed") return "failed";
  return fullAt ? "ok" : "never";
}

/** The four lists that are kept from Ion: how each stands, what is going on, and what waits for a decision. */
export function ResourceList({ initial }: { initial: SyncOverview }) {
  const t = useTranslations("sync.admin");
  const router = useRouter();
  // The history below is the server's.
  const onEnd = useCallback(() => router.refresh(), [router]);
  const { overview, failed, progress, look } = useOverview(initial, onEnd);
  return (
    <div className="grid gap-4">
      {failed && (
        <Banner tone="attention" live="polite">
          {t("notLive")}
        </Banner>
      )}
      {overview.resources.map(
        (state) =>
          state.run?.state === "held" && <HeldRun key={state.resource} run={state.run} onDecided={look} />,
      )}
      <ul className="border-t border-line">
        {overview.resources.map((state) => (
          <ResourceRow
            key={state.resource}
            state={state}
            progress={progress[state.resource] ?? null}
            onAsked={look}
          />
        ))}
      </ul>
    </div>
  );
}

function ResourceRow({
  state,
  progress: live,
  onAsked,
}: {
  state: SyncResourceState;
  progress: SyncProgress | null;
  onAsked: () => void;
}) {
  const t = useTranslations("sync.admin");
  const locale = useLocale();
  const [asking, setAsking] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const { resource, run, last } = state;
  const kind = live ? "running" : stateOf(state);
  const progress: SyncProgress | null =
    live ??
    (run?.state === "running" ? { ...run, rowsPerSecond: null, secondsLeft: null, state: "running" } : null);
  const sync = async () => {
    setAsking(true);
    setProblem(null);
    const result = await refreshListAction({ resource }).catch(() => null);
    if (!result?.ok) setProblem(result?.error.message ?? t("notAsked"));
    onAsked();
    setAsking(false);
  };
  return (
    <li className="grid grid-cols-[1fr_auto] gap-x-4 gap-y-1.5 border-b border-line py-3 text-table sm:grid-cols-[9rem_10rem_7rem_1fr_auto] sm:items-center sm:gap-y-2">
      <h3 className="text-body font-medium">{t(`resource.${resource}`)}</h3>
      <div>
        <StatusBadge
          tone={tones[kind]}
          plain
          {...(kind === "running" && run ? { since: run.startedAt } : {})}
        >
          {t(`state.${kind}`)}
        </StatusBadge>
      </div>
      <p className="tabular-nums max-sm:col-span-2 sm:text-right">{t("rows", { count: state.rows })}</p>
      <p className="flex flex-wrap gap-x-4 text-2 max-sm:col-span-2">
        <span>
          {state.asOf
            ? t.rich("asOf", { time: () => <RelativeTime value={state.asOf ?? ""} /> })
            : t("never")}
        </span>
        {state.fullAt && (
          <span>{t.rich("fullAt", { time: () => <RelativeTime value={state.fullAt ?? ""} /> })}</span>
        )}
      </p>
      <div className="justify-self-start max-sm:col-span-2 sm:justify-self-end">
        <Button
          size="sm"
          pending={asking}
          onClick={sync}
          {...(kind === "held"
            ? { disabledReason: t("decideFirst") }
            : kind === "running"
              ? { disabledReason: t("alreadyRunning") }
              : {})}
        >
          {t("syncNow")}
          <span className="sr-only">: {t(`resource.${resource}`)}</span>
        </Button>
      </div>
      {progress && (
        <div className="grid gap-1.5 col-span-full">
          <ProgressBar label={t(`resource.${resource}`)} value={progress.rows ?? 0} max={progress.expected} />
          <p className="flex flex-wrap gap-x-2">
            <RunningWords progress={progress} />
            <span className="text-3 tabular-nums">
              · {t("pages", { count: progress.pages ?? 0 })}
              {progress.rowsPerSecond
                ? ` · ${t("rate", { rate: formatNumber(locale, Math.round(progress.rowsPerSecond)) })}`
                : ""}
            </span>
          </p>
        </div>
      )}
      {kind === "failed" && last?.failure && (
        <div className="col-span-full">
          <FailureWords failure={last.failure} />
        </div>
      )}
      {problem && (
        <p role="alert" className="text-danger-text col-span-full">
          {problem}
        </p>
      )}
    </li>
  );
}
