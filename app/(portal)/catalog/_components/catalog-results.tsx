"use client";

import { useTranslations } from "next-intl";
import { useRef, useState } from "react";
import { useRowKeys } from "@/components/data-table/use-row-keys";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import { cn } from "@/components/ui/cn";
import { EmptyState } from "@/components/ui/empty-state";
import { Spinner } from "@/components/ui/spinner";
import type { CatalogEntry, CatalogFilters, CatalogPage } from "@/lib/catalog/schemas";
import type { useCatalog } from "@/lib/catalog/use-catalog";
import type { ChosenCustomer } from "@/lib/customers/chosen-customer";
import { RequestError } from "@/lib/get-json";
import { PlanPanel } from "./plan-panel";
import { ProductRow } from "./product-row";
import { NO_CHOICE, type PlanChoice } from "./use-plan-choice";

/** The products found. What somebody chose inside one stays chosen while the list changes around it. */
export function CatalogResults({
  page,
  rows,
  list,
  filters,
  customer,
  withCost,
  open,
  onToggle,
  onShowMore,
  onClear,
}: {
  page: CatalogPage;
  rows: readonly CatalogEntry[];
  list: ReturnType<typeof useCatalog>;
  filters: CatalogFilters;
  customer: ChosenCustomer | null;
  withCost: boolean;
  open: readonly string[];
  onToggle: (productId: string) => void;
  onShowMore: () => void;
  onClear: () => void;
}) {
  const t = useTranslations("catalog");
  const element = useRef<HTMLUListElement>(null);
  const [choices, setChoices] = useState<Record<string, PlanChoice>>({});
  useRowKeys(element);
  const number = { n: (chunks: React.ReactNode) => <span className="font-medium text-1">{chunks}</span> };
  const { total, catalogTotal } = page;

  return (
    <div className="grid min-w-0 gap-1">
      {list.error && (
        <RefreshProblem error={list.error} onRetry={() => list.refetch()} pending={list.isFetching} />
      )}
      {page.partial && (
        <p className="flex items-center gap-2 text-table text-2">
          <Spinner />
          {t("partial", { count: catalogTotal })}
        </p>
      )}
      {total === 0 ? (
        <NothingFound catalogTotal={catalogTotal} onClear={onClear} />
      ) : (
        <>
          <p className="text-table text-2 tabular-nums">
            {total === catalogTotal
              ? t.rich("results", { total, ...number })
              : t.rich("resultsOf", { total, catalogTotal, ...number })}
          </p>
          <ul
            ref={element}
            data-row-keys=""
            aria-label={t("resultList")}
            aria-busy={list.isPlaceholderData}
            className={cn("border-t border-line transition-opacity", list.isPlaceholderData && "opacity-60")}
          >
            {rows.map((entry) => (
              <ProductRow
                key={entry.id}
                entry={entry}
                isOpen={open.includes(entry.id)}
                onToggle={() => onToggle(entry.id)}
              >
                <PlanPanel
                  productId={entry.id}
                  planCount={entry.planCount}
                  filters={filters}
                  customer={customer}
                  choice={choices[entry.id] ?? NO_CHOICE}
                  onChoice={(choice) => setChoices((all) => ({ ...all, [entry.id]: choice }))}
                  withCost={withCost}
                />
              </ProductRow>
            ))}
          </ul>
          <div
            data-print="hide"
            className="flex flex-wrap items-center justify-between gap-3 pt-3 text-table text-2"
          >
            <p className="tabular-nums">{t("shown", { shown: rows.length, total })}</p>
            {list.hasNextPage && (
              <Button onClick={onShowMore} pending={list.isFetchingNextPage}>
                {t("showMore")}
              </Button>
            )}
          </div>
        </>
      )}
    </div>
  );
}

function NothingFound({ catalogTotal, onClear }: { catalogTotal: number; onClear: () => void }) {
  const t = useTranslations("catalog");
  if (catalogTotal === 0) {
    return <EmptyState title={t("emptyCatalogTitle")} description={t("emptyCatalogHelp")} />;
  }
  return (
    <EmptyState
      title={t("emptyTitle")}
      description={t("emptyHelp")}
      action={<Button onClick={onClear}>{t("clearAll")}</Button>}
    />
  );
}

/** The rows on the screen are older than asked for, or answer an older question. */
function RefreshProblem({
  error,
  onRetry,
  pending,
}: {
  error: Error;
  onRetry: () => void;
  pending: boolean;
}) {
  const t = useTranslations("errors");
  const tc = useTranslations("catalog");
  const known = error instanceof RequestError ? error : undefined;
  return (
    <Banner
      tone="attention"
      live="polite"
      title={tc("refreshFailed")}
      reference={known?.reference}
      action={
        <Button size="sm" pending={pending} onClick={onRetry}>
          {t("tryAgain")}
        </Button>
      }
      className="mb-2"
    >
      {known?.message || t(known?.status === 0 ? "OFFLINE" : "UNEXPECTED")}
    </Banner>
  );
}
