"use client";

import { Suspense, useEffect, useRef, useState } from "react";
import { useRowKeys } from "@/components/data-table/use-row-keys";
import { Button } from "@/components/ui/button";
import { cn } from "@/components/ui/cn";
import { lazyPart } from "@/components/ui/lazy-part";
import { Spinner } from "@/components/ui/spinner";
import { useLate } from "@/components/ui/use-late";
import type { CatalogEntry, CatalogFilters } from "@/lib/catalog/schemas";
import type { ChosenCustomer } from "@/lib/customers/chosen-customer";
import { useTranslations } from "@/lib/i18n/use-translations";
import { NO_CHOICE, type PlanChoice } from "./plan-choice";
import { PlanPanelSkeleton } from "./plan-panel-skeleton";
import { ProductRow } from "./product-row";
import { useProductWindow } from "./use-product-window";

const { Part: PlanPanel } = lazyPart(async () => ({ default: (await import("./plan-panel")).PlanPanel }));

/** So many rows before the end of what is loaded the next ones are asked for. */
const AHEAD = 25;

/**
 * The products found; only those near the eye are in the page, and the next ones are read before the end is reached. What
 * somebody chose inside one stays chosen while the list changes around it.
 */
export function CatalogResults({
  rows,
  total,
  refreshing,
  hasMore,
  moreFailed,
  onMore,
  filters,
  customer,
  withCost,
  open,
  onToggle,
}: {
  rows: readonly CatalogEntry[];
  total: number;
  /** Rows of another question are being read; the old ones stay, fainter. */
  refreshing: boolean;
  hasMore: boolean;
  moreFailed: boolean;
  onMore: () => void;
  filters: CatalogFilters;
  customer: ChosenCustomer | null;
  withCost: boolean;
  open: readonly string[];
  onToggle: (productId: string) => void;
}) {
  const t = useTranslations("catalog");
  const tc = useTranslations("common");
  const element = useRef<HTMLUListElement>(null);
  const [choices, setChoices] = useState<Record<string, PlanChoice>>({});
  const [active, setActive] = useState(-1);
  useRowKeys(element);
  const faint = useLate(refreshing);
  const view = useProductWindow({
    list: element,
    count: rows.length,
    active,
    getKey: (index) => rows[index]?.id ?? String(index),
  });
  const lastSeen = view.items.at(-1)?.index ?? 0;
  useEffect(() => {
    if (hasMore && !moreFailed && !refreshing && lastSeen >= rows.length - AHEAD) onMore();
  }, [hasMore, moreFailed, refreshing, lastSeen, rows.length, onMore]);

  let filled = 0;
  const end = view.items.at(-1)?.end ?? 0;
  return (
    <>
      <ul
        ref={element}
        data-row-keys=""
        aria-label={t("resultList")}
        aria-busy={refreshing}
        style={{ paddingBottom: Math.max(view.height - end, 0) }}
        onFocus={({ target }) =>
          setActive(Number(target.closest("[data-index]")?.getAttribute("data-index") ?? -1))
        }
        className={cn("border-t border-line", faint && "**:text-3!")}
      >
        {view.items.map(({ index, key, start, end }) => {
          const entry = rows[index];
          const gap = start - filled;
          filled = end;
          return (
            entry && (
              <ProductRow
                key={key}
                entry={entry}
                gap={gap}
                place={index}
                total={total}
                measure={view.measure}
                isOpen={open.includes(entry.id)}
                onToggle={() => onToggle(entry.id)}
              >
                <Suspense fallback={<PlanPanelSkeleton rows={entry.planCount} />}>
                  <PlanPanel
                    productId={entry.id}
                    planCount={entry.planCount}
                    filters={filters}
                    customer={customer}
                    choice={choices[entry.id] ?? NO_CHOICE}
                    onChoice={(choice) => setChoices((all) => ({ ...all, [entry.id]: choice }))}
                    withCost={withCost}
                  />
                </Suspense>
              </ProductRow>
            )
          );
        })}
      </ul>
      {hasMore && (
        <div data-print="hide" className="flex items-center gap-3 pt-3 text-table text-2">
          {moreFailed ? (
            <p role="alert" className="flex items-center gap-3 text-danger-text">
              {tc("moreFailed")}
              <Button size="sm" onClick={onMore}>
                {tc("tryAgain")}
              </Button>
            </p>
          ) : (
            <>
              <Spinner />
              <p className="tabular-nums">{t("shown", { shown: rows.length, total })}</p>
            </>
          )}
        </div>
      )}
    </>
  );
}
