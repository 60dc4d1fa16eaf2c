"use client";

import { type ReactNode, useId } from "react";
import { Button } from "@/components/ui/button";
import { Icon } from "@/components/ui/icon";
import { Select } from "@/components/ui/select";
import { useTranslations } from "@/lib/i18n/use-translations";

/**
 * The foot of a list that is read page by page. Leave out `onPrevious` or `onNext` where there is no page. `summary` is
 * what the list knows ("51–100 of 240"); nothing is invented when the total is unknown.
 */
export function PaginationBar({
  summary,
  onPrevious,
  onNext,
  pending = false,
  pageSize,
  pageSizes = [25, 50, 100],
  onPageSizeChange,
}: {
  summary?: ReactNode;
  onPrevious?: () => void;
  onNext?: () => void;
  pending?: boolean;
  pageSize?: number;
  pageSizes?: readonly number[];
  onPageSizeChange?: (pageSize: number) => void;
}) {
  const t = useTranslations("common");
  const sizeId = useId();
  return (
    <nav
      aria-label={t("pageNavigation")}
      data-print="hide"
      className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2 pt-3 text-table text-2"
    >
      <p aria-live="polite" className="tabular-nums">
        {summary}
      </p>
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
        {onPageSizeChange && (
          <div className="flex items-center gap-2">
            <label htmlFor={sizeId}>{t("pageSize")}</label>
            <Select
              id={sizeId}
              className="w-20"
              value={pageSize}
              onChange={(event) => onPageSizeChange(Number(event.target.value))}
            >
              {pageSizes.map((size) => (
                <option key={size} value={size}>
                  {size}
                </option>
              ))}
            </Select>
          </div>
        )}
        <div className="flex gap-2">
          <Button size="sm" disabled={!onPrevious} aria-disabled={pending || undefined} onClick={onPrevious}>
            <Icon name="icon-chevron-left" />
            {t("previousPage")}
          </Button>
          <Button size="sm" disabled={!onNext} aria-disabled={pending || undefined} onClick={onNext}>
            {t("nextPage")}
            <Icon name="icon-chevron-right" />
          </Button>
        </div>
      </div>
    </nav>
  );
}
