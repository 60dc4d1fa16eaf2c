"use client";

import { useLocale, useTranslations } from "next-intl";
import { LiveRegion } from "@/components/ui/live-region";
import { PaginationBar } from "@/components/ui/pagination-bar";
import { formatNumber } from "@/lib/format";
import { SUBSCRIPTION_PAGE_SIZES, type SubscriptionQuery } from "@/lib/subscriptions/subscription-query";
import type { SubscriptionList } from "@/lib/subscriptions/subscription-schemas";

/** How many there are, which of them are shown, and the way to the others. */
export function SubscriptionsFooter({
  list,
  query,
  failed,
  pending,
  onOffset,
  onPageSize,
}: {
  list: SubscriptionList;
  query: SubscriptionQuery;
  failed: boolean;
  pending: boolean;
  onOffset: (offset: number) => void;
  onPageSize: (size: number) => void;
}) {
  const t = useTranslations("subscriptions");
  const common = useTranslations("common");
  const locale = useLocale();
  const { rows, offset, total, nextOffset } = list;
  const range = { from: formatNumber(locale, offset + 1), to: formatNumber(locale, offset + rows.length) };
  const shown =
    total === null
      ? common("pageRange", range)
      : rows.length === total
        ? t("total", { count: total })
        : common("pageRangeOf", { ...range, total: formatNumber(locale, total) });
  return (
    <div className="grid gap-1">
      {list.partial && <p className="text-table text-2">{t("partial")}</p>}
      {failed && <p className="text-table text-attention-text">{t("refreshFailed")}</p>}
      <LiveRegion>{failed ? t("refreshFailed") : null}</LiveRegion>
      {rows.length > 0 && (
        <PaginationBar
          summary={shown}
          pending={pending}
          {...(rows.length > 25 || nextOffset !== null || offset > 0
            ? { pageSize: query.size, pageSizes: SUBSCRIPTION_PAGE_SIZES, onPageSizeChange: onPageSize }
            : {})}
          {...(offset > 0 ? { onPrevious: () => onOffset(Math.max(0, offset - query.size)) } : {})}
          {...(nextOffset !== null && !pending ? { onNext: () => onOffset(nextOffset) } : {})}
        />
      )}
    </div>
  );
}
