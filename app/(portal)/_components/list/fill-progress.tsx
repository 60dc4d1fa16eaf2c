"use client";

import { useLocale } from "next-intl";
import { Banner } from "@/components/ui/banner";
import { ProgressBar } from "@/components/ui/progress-bar";
import { formatNumber } from "@/lib/format";
import { useTranslations } from "@/lib/i18n/use-translations";
import type { Freshness } from "@/lib/mirror/freshness";
import type { SyncResource } from "@/lib/mirror/sync-schemas";
import { RunningWords, restored } from "../freshness-line";
import { useSyncWatch } from "../use-sync-watch";

/** Stands above a list whose rows are being read from Ion for the first time: how far that is, and how long it takes. */
export function FillProgress({
  resource,
  freshness,
  empty,
}: {
  resource: SyncResource;
  freshness: Freshness;
  /** No row has come yet. */
  empty: boolean;
}) {
  const t = useTranslations("sync.fill");
  const locale = useLocale();
  // The line that says how old the list is reads the rows again; here only the numbers count.
  const news = useSyncWatch({ resource, freshness, asked: false, onNews: () => undefined });
  if (freshness.asOf !== null) return null;
  if (freshness.held) return <Banner tone="attention">{t("held")}</Banner>;
  const progress = news ?? restored(resource, freshness.running);
  return (
    <div className="grid gap-2 rounded border border-line px-4 py-3 text-table">
      <div className="flex flex-wrap items-baseline justify-between gap-x-4 gap-y-1">
        <p className="font-medium">{t(resource)}</p>
        <p>
          <RunningWords progress={progress} />
          {progress?.rowsPerSecond ? (
            <span className="text-3">
              {" · "}
              {t("rate", { rate: formatNumber(locale, Math.round(progress.rowsPerSecond)) })}
            </span>
          ) : null}
        </p>
      </div>
      <ProgressBar label={t(resource)} value={progress?.rows ?? 0} max={progress?.expected ?? null} />
      <p className="text-2">{empty ? t("nothingYet") : t("text")}</p>
    </div>
  );
}
