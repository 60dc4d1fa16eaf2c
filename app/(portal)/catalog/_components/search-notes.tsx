"use client";

import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import type { CatalogFilters, CatalogSummary } from "@/lib/catalog/schemas";
import { useTranslations } from "@/lib/i18n/use-translations";

type Ask = (change: Partial<CatalogFilters>) => void;

const linkClass =
  "min-h-6 rounded-sm font-medium text-1 underline decoration-line-strong underline-offset-3 hover:decoration-current";

/** What was searched for in the place of misspelled words, with the way back to the letter; and ids that are too short. */
export function SearchNotes({ q, summary, onAsk }: { q: string; summary: CatalogSummary; onAsk: Ask }) {
  const t = useTranslations("catalog");
  const { corrections, tooBroad } = summary;
  if (corrections.length === 0 && tooBroad.length === 0) return null;
  return (
    <div role="status" className="grid gap-1 text-table text-2">
      {corrections.length > 0 && (
        <p className="flex flex-wrap items-baseline gap-x-3 gap-y-1">
          <span>
            {t.rich("corrected", {
              meant: summary.searched,
              strong: (chunks) => <strong className="font-semibold text-1">{chunks}</strong>,
            })}
          </span>
          <button type="button" onClick={() => onAsk({ literal: true })} className={linkClass}>
            {t("searchLiterally", { q: q.trim() })}
          </button>
        </p>
      )}
      {tooBroad.map((fragment) => (
        <p key={fragment}>{t("tooBroad", { fragment })}</p>
      ))}
    </div>
  );
}

/** Other questions that find more. */
export function Suggestions({ summary, onAsk }: { summary: CatalogSummary; onAsk: Ask }) {
  const t = useTranslations("catalog");
  if (summary.suggestions.length === 0) return null;
  return (
    <div className="flex flex-wrap items-baseline gap-x-3 gap-y-1 text-table text-2">
      <span>{t("didYouMean")}</span>
      {summary.suggestions.map(({ q, total }) => (
        <span key={q} className="inline-flex items-baseline gap-1">
          <button type="button" onClick={() => onAsk({ q, literal: false })} className={linkClass}>
            {q}
          </button>
          <span className="text-caption text-3 tabular-nums">{t("suggestionCount", { total })}</span>
        </span>
      ))}
    </div>
  );
}

/** Stands where the products would be: why there are none, and what may help. */
export function NothingFound({
  summary,
  onAsk,
  onClear,
  onClearFilters,
}: {
  summary: CatalogSummary;
  onAsk: Ask;
  onClear: () => void;
  onClearFilters: () => void;
}) {
  const t = useTranslations("catalog");
  if (summary.catalogTotal === 0) {
    return <EmptyState title={t("emptyCatalogTitle")} description={t("emptyCatalogHelp")} />;
  }
  const behindFilters = summary.withoutFilters ?? 0;
  return (
    <EmptyState
      title={t("emptyTitle")}
      description={behindFilters > 0 ? t("emptyBehindFilters", { count: behindFilters }) : t("emptyHelp")}
      action={
        <div className="grid justify-items-start gap-3">
          <Suggestions summary={summary} onAsk={onAsk} />
          <div className="flex flex-wrap gap-2">
            {behindFilters > 0 && <Button onClick={onClearFilters}>{t("clearFilters")}</Button>}
            <Button variant={behindFilters > 0 ? "ghost" : "secondary"} onClick={onClear}>
              {t("clearAll")}
            </Button>
          </div>
        </div>
      }
    />
  );
}
