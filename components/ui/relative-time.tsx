"use client";

import { useLocale } from "next-intl";
import { useNow, useReaderZone } from "@/components/ui/clock";
import { formatDateTime, formatRelativeTime } from "@/lib/format";

/** "3 minutes ago", with the moment and its zone on hover and for screen readers. `value` is an ISO time. */
export function RelativeTime({ value, className }: { value: string; className?: string }) {
  const locale = useLocale();
  const now = useNow();
  const absolute = formatDateTime(locale, value, useReaderZone());
  return (
    <time dateTime={value} title={absolute} className={className} suppressHydrationWarning>
      {formatRelativeTime(locale, value, now)}
      <span className="sr-only">{` (${absolute})`}</span>
    </time>
  );
}
