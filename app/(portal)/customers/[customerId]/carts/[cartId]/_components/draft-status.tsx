"use client";

import { Button } from "@/components/ui/button";
import { LiveRegion } from "@/components/ui/live-region";
import { RelativeTime } from "@/components/ui/relative-time";
import { useTranslations } from "@/lib/i18n/use-translations";
import type { DraftState } from "./use-draft";

/** Whether what was typed is kept; read out when it was saved and when it could not be. */
export function DraftStatus({ draft, onRetry }: { draft: DraftState; onRetry: () => void }) {
  const t = useTranslations("carts.questions");
  const saved = t.rich("savedAt", {
    time: () => (draft.state === "saved" ? <RelativeTime value={draft.at} /> : null),
  });
  return (
    <div className="flex min-h-7 flex-wrap items-center gap-2 text-caption text-3">
      <span aria-hidden={draft.state !== "failed"}>
        {draft.state === "saving" && t("saving")}
        {draft.state === "unsaved" && t("unsaved")}
        {draft.state === "saved" && saved}
        {draft.state === "failed" && (
          <span className="text-danger-text">{t("failed", { reason: draft.reason })}</span>
        )}
      </span>
      {draft.state === "failed" && (
        <Button size="sm" onClick={onRetry}>
          {t("retrySave")}
        </Button>
      )}
      <LiveRegion>
        {draft.state === "saved"
          ? t("savedShort")
          : draft.state === "failed"
            ? t("failed", { reason: draft.reason })
            : ""}
      </LiveRegion>
    </div>
  );
}
