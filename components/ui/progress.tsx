"use client";

import { useLocale, useTranslations } from "next-intl";
import { type ReactNode, useId } from "react";
import { formatNumber } from "@/lib/format";

/** How far a longer piece of work is: label, "n of N", and a bar. `detail` is the line under it (rate, time left). */
export function Progress({
  label,
  done,
  total,
  detail,
}: {
  label: ReactNode;
  done: number;
  total: number;
  detail?: ReactNode;
}) {
  const t = useTranslations("common");
  const locale = useLocale();
  const id = useId();
  const percent = total > 0 ? Math.min(100, (done / total) * 100) : 0;
  const words = t("progressOf", { done: formatNumber(locale, done), total: formatNumber(locale, total) });
  return (
    <div className="grid gap-1.5">
      <div className="flex items-baseline justify-between gap-4 text-table">
        <span id={id}>{label}</span>
        <span className="text-2 tabular-nums">{words}</span>
      </div>
      <div
        role="progressbar"
        aria-labelledby={id}
        aria-valuemin={0}
        aria-valuemax={total}
        aria-valuenow={done}
        aria-valuetext={words}
        className="h-1.5 overflow-hidden rounded-full bg-surface-2"
      >
        <div className="h-full rounded-full bg-accent transition-[width]" style={{ width: `${percent}%` }} />
      </div>
      {detail && <p className="text-caption text-3">{detail}</p>}
    </div>
  );
}
