"use client";

import { type ReactNode, useId } from "react";
import { useRowPress } from "@/components/data-table/use-row-press";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { cn } from "@/components/ui/cn";
import { Icon } from "@/components/ui/icon";
import { MarkedText } from "@/components/ui/marked-text";
import { Money } from "@/components/ui/money";
import { StatusGlyph } from "@/components/ui/status-glyph";
import type { CatalogEntry } from "@/lib/catalog/schemas";
import { useTranslations } from "@/lib/i18n/use-translations";
import { routes } from "@/lib/routes";
import { usePlanWords } from "./use-plan-words";

/**
 * A product in the list, with what it was found by marked. A press on it opens its page; its button opens its plans right
 * here, as `children`. `measure` is told the row's height, `place` is its place among `total`.
 */
export function ProductRow({
  entry,
  place,
  total,
  gap,
  measure,
  isOpen,
  onToggle,
  children,
}: {
  entry: CatalogEntry;
  place: number;
  total: number;
  /** Room of rows before it that are not in the page, in pixels. */
  gap: number;
  measure: (row: HTMLLIElement | null) => void;
  isOpen: boolean;
  onToggle: () => void;
  children: ReactNode;
}) {
  const t = useTranslations("catalog");
  const panelId = useId();
  const press = useRowPress();
  const some = entry.matchingPlanCount < entry.planCount;
  const plans = some
    ? t("plansMatching", { matching: entry.matchingPlanCount, count: entry.planCount })
    : t("plans", { count: entry.planCount });
  return (
    <li
      ref={measure}
      data-index={place}
      aria-setsize={total}
      aria-posinset={place + 1}
      style={gap > 0.5 ? { marginTop: gap } : undefined}
      className={cn("border-b border-line", isOpen && "bg-surface-1")}
    >
      {/* biome-ignore lint/a11y/noStaticElementInteractions: a shortcut for the mouse to the link inside */}
      {/* biome-ignore lint/a11y/useKeyWithClickEvents: the link inside has the keyboard */}
      <div
        data-row=""
        onClick={press}
        onAuxClick={press}
        className="grid cursor-pointer grid-cols-[minmax(0,1fr)_auto] gap-x-4 gap-y-1 px-2 py-2.5 hover:bg-surface-1 md:grid-cols-[minmax(0,1fr)_9rem_10rem_8.5rem] md:items-center"
      >
        <div className="min-w-0">
          <div className="flex flex-wrap items-center gap-x-2">
            <a
              href={routes.product(entry.id)}
              data-row-link=""
              className="rounded-sm font-medium break-words underline-offset-3 hover:underline"
            >
              <MarkedText text={entry.name} marks={entry.nameMarks} />
            </a>
            {entry.disabled && <Badge>{t("disabledBadge")}</Badge>}
          </div>
          {entry.caption && <p className="truncate text-table text-2">{entry.caption}</p>}
          {entry.hits.map(({ kind, text, marks }) => (
            <p key={`${kind} ${text}`} className="text-caption break-words text-2">
              {t(`hit.${kind}`)} <MarkedText text={text} marks={marks} />
            </p>
          ))}
          <p className="text-caption text-3 md:hidden">{entry.vendor}</p>
        </div>
        <div className="min-w-0 text-table max-md:hidden">
          <p className="truncate">
            {entry.vendor === null ? (
              <span className="text-3">{t("none.vendor")}</span>
            ) : (
              <MarkedText text={entry.vendor} marks={entry.vendorMarks} />
            )}
          </p>
          <p className="truncate text-caption text-3">{entry.categories.join(", ")}</p>
        </div>
        <div className="text-right text-table">
          <EntryPrice entry={entry} />
        </div>
        <div className="flex items-center justify-between gap-3 max-md:col-span-2 md:justify-end">
          <span className="text-caption text-3 md:sr-only">{plans}</span>
          {entry.planCount > 0 && (
            <Button
              size="sm"
              aria-expanded={isOpen}
              aria-controls={panelId}
              aria-label={t(isOpen ? "closePlansOf" : "choosePlanOf", { product: entry.name })}
              title={plans}
              onClick={onToggle}
            >
              {isOpen ? t("closePlans") : t("choosePlan")}
              <Icon name="icon-chevron-down" className={cn("transition-transform", isOpen && "rotate-180")} />
            </Button>
          )}
        </div>
      </div>
      <div id={panelId} className={cn("px-2 pb-4 sm:px-4", !isOpen && "hidden")}>
        {isOpen && children}
      </div>
    </li>
  );
}

/** The least a product costs, or why it can't be ordered. */
function EntryPrice({ entry }: { entry: CatalogEntry }) {
  const t = useTranslations("catalog");
  const words = usePlanWords();
  const { from, notOrderable } = entry;
  if (notOrderable) {
    return (
      <span className="inline-flex items-start gap-1.5 text-left text-caption text-2">
        <StatusGlyph tone="neutral" className="mt-1" />
        {t(`reason.${notOrderable}`)}
      </span>
    );
  }
  if (!from) return <span className="text-2">{t("usage")}</span>;
  return (
    <>
      <span className="block">
        {t.rich("from", { price: () => <Money value={from.price} className="font-medium" /> })}
      </span>
      <span className="block text-caption text-3">{words.per(from)}</span>
    </>
  );
}
