"use client";

import { Button } from "@/components/ui/button";
import { Sheet } from "@/components/ui/sheet";
import type { AuditCheckView } from "@/lib/audit/audit-state-schema";
import { useTranslations } from "@/lib/i18n/use-translations";
import { ChainLine } from "./chain-line";
import { FindingWords } from "./finding-words";

/** The checks of the past, and what a check is. */
export function ChainHistory({ checks }: { checks: readonly AuditCheckView[] }) {
  const t = useTranslations("audit.chain");
  return (
    <Sheet side="right" title={t("history")} trigger={<Button variant="ghost">{t("history")}</Button>}>
      <div className="grid gap-4">
        <p className="text-table text-2">{t("explain")}</p>
        <p className="text-table text-2">{t("headHelp")}</p>
        <ol className="border-t border-line">
          {checks.map((check) => (
            <li key={check.id} className="grid gap-1 border-b border-line py-2.5 text-table">
              <ChainLine check={check} />
              {check.finding && (
                <p className="text-danger-text">
                  <FindingWords finding={check.finding} />
                </p>
              )}
              <p className="text-3">
                {check.requestedBy
                  ? t("askedBy", { name: check.requestedBy })
                  : t(`trigger.${check.trigger}`)}
              </p>
            </li>
          ))}
        </ol>
        {checks.length === 0 && <p className="text-table text-3">{t("never")}</p>}
      </div>
    </Sheet>
  );
}
