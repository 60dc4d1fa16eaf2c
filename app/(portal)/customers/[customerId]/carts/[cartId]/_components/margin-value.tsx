"use client";

import { useLocale } from "next-intl";
import { cn } from "@/components/ui/cn";
import { Money } from "@/components/ui/money";
import { formatPercent } from "@/lib/format";
import { isNegative, type Margin } from "@/lib/money-value";

/** A margin as amount and percent; a negative one is marked. */
export function MarginValue({ margin }: { margin: Margin }) {
  const locale = useLocale();
  return (
    <span className="whitespace-nowrap">
      <Money value={margin.amount} marked />
      {margin.percent !== null && (
        <span className={cn("ml-1.5", isNegative(margin.amount) ? "text-danger-text" : "text-3")}>
          {formatPercent(locale, margin.percent)}
        </span>
      )}
    </span>
  );
}
