"use client";

import { useEffect, useRef, useState } from "react";
import { Banner } from "@/components/ui/banner";
import { LiveRegion } from "@/components/ui/live-region";
import { ProgressBar } from "@/components/ui/progress-bar";
import type { AuditCheckView } from "@/lib/audit/audit-state-schema";
import { useTranslations } from "@/lib/i18n/use-translations";
import { FindingWords } from "./finding-words";

/** What has to be said of the chain above the log: a check under way, and loudly what the last one found. */
export function ChainNotices({ checks, failed }: { checks: readonly AuditCheckView[]; failed: boolean }) {
  const t = useTranslations("audit.chain");
  const [latest] = checks;
  // A check that broke off takes nothing back of what the one before it found.
  const concluded = checks.find(({ state }) => state === "broken" || state === "unbroken");
  return (
    <>
      {failed && (
        <Banner tone="attention" live="polite">
          {t("notLive")}
        </Banner>
      )}
      {concluded?.finding && (
        <Banner tone="danger" title={t("bannerTitle")} live="polite">
          <p>
            <FindingWords finding={concluded.finding} /> {t("bannerText")}
          </p>
        </Banner>
      )}
      {latest?.state === "running" && (
        <ProgressBar label={t("progress")} value={latest.rows} max={latest.expected || null} />
      )}
      <CheckNews latest={latest} />
    </>
  );
}

/** Reads out how a check ended that was seen to run. */
function CheckNews({ latest }: { latest: AuditCheckView | undefined }) {
  const t = useTranslations("audit.chain");
  const [news, setNews] = useState<string | null>(null);
  const seen = useRef<string | null>(null);
  useEffect(() => {
    if (!latest) return;
    if (latest.state === "running") seen.current = latest.id;
    else if (seen.current === latest.id) {
      seen.current = null;
      setNews(t("ended", { state: t(latest.state) }));
    }
  }, [latest, t]);
  return <LiveRegion>{news}</LiveRegion>;
}
