"use client";

import { useLocale } from "next-intl";
import { useEffect, useState } from "react";
import { Button } from "@/components/ui/button";
import { useReaderZone } from "@/components/ui/clock";
import { Icon } from "@/components/ui/icon";
import { LiveRegion } from "@/components/ui/live-region";
import { StatusGlyph } from "@/components/ui/status-glyph";
import { isLasting } from "@/lib/after-failure";
import { formatDateTime } from "@/lib/format";
import { useTranslations } from "@/lib/i18n/use-translations";

const SECOND = 1000;

/** How many whole seconds ago; counts by itself. */
function useSecondsSince(atMs: number): number {
  const [now, setNow] = useState(atMs);
  useEffect(() => {
    setNow(Date.now());
    const timer = setInterval(() => setNow(Date.now()), SECOND);
    return () => clearInterval(timer);
  }, []);
  return Math.max(0, Math.floor((now - atMs) / SECOND));
}

function ago(seconds: number): { key: "now" | "seconds" | "minutes" | "hours"; count: number } {
  if (seconds < 2) return { key: "now", count: 0 };
  if (seconds < 60) return { key: "seconds", count: seconds };
  if (seconds < 3600) return { key: "minutes", count: Math.floor(seconds / 60) };
  return { key: "hours", count: Math.floor(seconds / 3600) };
}

/**
 * When the page last heard from Ion, and that it goes on by itself. When it can't be renewed it says so in the same
 * line, so that nothing jumps; that alone is read out, not the seconds.
 */
export function Freshness({
  updatedAtMs,
  following,
  error,
  offline,
  onRefresh,
}: {
  /** Epoch milliseconds of the last answer. */
  updatedAtMs: number;
  /** It renews itself. */
  following: boolean;
  /** Of the last look. */
  error: Error | null;
  offline: boolean;
  onRefresh: () => Promise<unknown>;
}) {
  const t = useTranslations("orders.fresh");
  const locale = useLocale();
  const zone = useReaderZone();
  // Only what the person asked for turns the mark; what happens by itself stays quiet.
  const [asked, setAsked] = useState(false);
  const { key, count } = ago(useSecondsSince(updatedAtMs));
  const time = formatDateTime(locale, new Date(updatedAtMs).toISOString(), zone);
  const words = offline
    ? t("offline", { time })
    : !error
      ? null
      : isLasting(error) && error.message
        ? error.message
        : `${t("failed", { time })} ${t("failedRetry")}`;
  const refresh = async () => {
    setAsked(true);
    await onRefresh();
    setAsked(false);
  };
  return (
    <div data-print="hide" className="flex min-h-7 items-center gap-1.5 text-caption text-3">
      {words ? (
        <span className="flex items-center gap-1.5 text-attention-text">
          <StatusGlyph tone="attention" />
          {words}
        </span>
      ) : (
        <span className="tabular-nums" suppressHydrationWarning>
          {t("updated", { ago: t(key, { count }) })}
          {following && <span className="max-sm:hidden"> · {t("following")}</span>}
        </span>
      )}
      <Button variant="ghost" size="icon-sm" title={t("refresh")} pending={asked} onClick={refresh}>
        <Icon name="icon-rotate-cw" className="size-3.5" />
        <span className="sr-only">{t("refresh")}</span>
      </Button>
      <LiveRegion>{words}</LiveRegion>
    </div>
  );
}
