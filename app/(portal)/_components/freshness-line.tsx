"use client";

import { useQueryClient } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useLocale } from "next-intl";
import { useEffect, useRef, useState } from "react";
import { Button } from "@/components/ui/button";
import { Icon } from "@/components/ui/icon";
import { Link } from "@/components/ui/link";
import { LiveRegion } from "@/components/ui/live-region";
import { RelativeTime } from "@/components/ui/relative-time";
import { StatusGlyph } from "@/components/ui/status-glyph";
import { formatElapsed, formatNumber } from "@/lib/format";
import { useTranslations } from "@/lib/i18n/use-translations";
import type { Freshness } from "@/lib/mirror/freshness";
import type { SyncProgress, SyncResource } from "@/lib/mirror/sync-schemas";
import { routes } from "@/lib/routes";
import { refreshListAction } from "../actions";
import { useSyncWatch } from "./use-sync-watch";

/** A page that was drawn by the server is drawn again when somebody comes back to it after this. */
const STALE_ON_RETURN_MS = 30_000;
/** A refresh that nobody heard of again is given up. */
const GIVE_UP_MS = 60_000;

/**
 * How old the rows of a page are, with a way to have them read from Ion again. While that goes on it says how far it is;
 * when a person has to decide about it, it says so and leads whoever may there. `onNews` reads the page's rows again;
 * without it the page is drawn again by the server.
 */
export function FreshnessLine({
  resource,
  freshness,
  mayManage = false,
  onNews,
}: {
  resource: SyncResource;
  freshness: Freshness;
  /** May decide about held passes. */
  mayManage?: boolean;
  onNews?: () => void;
}) {
  const t = useTranslations("sync.line");
  const router = useRouter();
  const client = useQueryClient();
  const [asked, setAsked] = useState<{ asOf: string | null } | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const reread = () => {
    if (onNews) return onNews();
    void client.invalidateQueries({ queryKey: [resource] });
    router.refresh();
  };
  const waiting = asked !== null && asked.asOf === freshness.asOf && !freshness.held;
  const giveUp = () => {
    setAsked(null);
    setProblem(t("failed"));
  };
  const progress = useSyncWatch({
    resource,
    freshness,
    asked: waiting,
    onNews: reread,
    onFailed: () => waiting && giveUp(),
  });
  useReturn(onNews === undefined, reread);
  // Newer rows have come after all.
  // biome-ignore lint/correctness/useExhaustiveDependencies: whenever the age is another one
  useEffect(() => setProblem(null), [freshness.asOf]);

  // What was asked for has come, or is not coming.
  useEffect(() => {
    if (asked && !waiting) setAsked(null);
    if (!asked) return;
    const timer = setTimeout(() => {
      setAsked(null);
      setProblem(t("notHeard"));
    }, GIVE_UP_MS);
    return () => clearTimeout(timer);
  }, [asked, waiting, t]);

  const refresh = async () => {
    setProblem(null);
    setAsked({ asOf: freshness.asOf });
    const result = await refreshListAction({ resource }).catch(() => null);
    if (result?.ok) return;
    setAsked(null);
    setProblem(result?.error.message ?? t("notAsked"));
  };
  const running = waiting || progress !== null || freshness.running !== null;

  return (
    <span data-print="hide" className="inline-flex min-h-7 flex-wrap items-center gap-x-1.5 align-middle">
      {freshness.asOf && (
        <span className="whitespace-nowrap">
          {t.rich("asOf", { time: () => <RelativeTime value={freshness.asOf ?? ""} /> })}
        </span>
      )}
      <Button
        variant="ghost"
        size="icon-sm"
        title={running ? t("refreshing") : t("refresh")}
        pending={running}
        onClick={refresh}
      >
        <Icon name="icon-rotate-cw" className="size-3.5" />
        <span className="sr-only">{running ? t("refreshing") : t("refresh")}</span>
      </Button>
      {running && freshness.asOf && (
        <RunningWords progress={progress ?? restored(resource, freshness.running)} />
      )}
      {freshness.held && (
        <span className="inline-flex items-center gap-1.5 text-attention-text">
          <StatusGlyph tone="attention" />
          {t("held")}
          {mayManage && (
            <Link
              href={routes.adminSync()}
              className="rounded-sm underline decoration-line-strong underline-offset-3 hover:decoration-current"
            >
              {t("decide")}
            </Link>
          )}
        </span>
      )}
      {problem && (
        <span role="alert" className="text-danger-text">
          {problem}
        </span>
      )}
      <LiveRegion>{running ? t("refreshing") : null}</LiveRegion>
    </span>
  );
}

/** How far a pass is, in numbers: rows, and the rest. */
export function RunningWords({ progress }: { progress: SyncProgress | null }) {
  const t = useTranslations("sync.line");
  const locale = useLocale();
  if (!progress) return null;
  const rows = progress.rows === null ? null : formatNumber(locale, progress.rows);
  const left = progress.secondsLeft !== null && progress.secondsLeft > 0 ? progress.secondsLeft : null;
  return (
    <span className="text-3 tabular-nums">
      {rows !== null &&
        (progress.expected
          ? t("rowsOf", { rows, expected: formatNumber(locale, progress.expected) })
          : t("rows", { rows }))}
      {rows !== null && left !== null && " · "}
      {left !== null && t("left", { time: formatElapsed(locale, left * 1000) })}
    </span>
  );
}

/** What the page itself knows of a pass, until the first news of it. */
export function restored(resource: SyncResource, running: Freshness["running"]): SyncProgress | null {
  if (!running) return null;
  return { resource, state: "running", pages: null, rowsPerSecond: null, secondsLeft: null, ...running };
}

/** Looks again when somebody comes back to the window after a while. */
function useReturn(enabled: boolean, look: () => void): void {
  const latest = useRef(look);
  latest.current = look;
  useEffect(() => {
    if (!enabled) return;
    let lookedAt = Date.now();
    const back = () => {
      if (document.visibilityState !== "visible" || Date.now() - lookedAt < STALE_ON_RETURN_MS) return;
      lookedAt = Date.now();
      latest.current();
    };
    document.addEventListener("visibilitychange", back);
    return () => document.removeEventListener("visibilitychange", back);
  }, [enabled]);
}
