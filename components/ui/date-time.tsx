"use client";

import { useLocale } from "next-intl";
import { useNow, useReaderZone } from "@/components/ui/clock";
import { formatDate, formatDateTime, formatRelativeTime } from "@/lib/format";

/** A moment with its zone ("14 Mar 2026, 09:30 CET"). `withRelative` adds how far it is, for deadlines. */
export function DateTime({
  value,
  withRelative = false,
  className,
}: {
  value: string;
  withRelative?: boolean;
  className?: string;
}) {
  const locale = useLocale();
  const zone = useReaderZone();
  const now = useNow();
  return (
    <time dateTime={value} className={className} suppressHydrationWarning>
      {formatDateTime(locale, value, zone)}
      {withRelative && <span className="text-3"> · {formatRelativeTime(locale, value, now)}</span>}
    </time>
  );
}

/** A calendar day ("14 Mar 2026"). */
export function DateOnly({ value, className }: { value: string; className?: string }) {
  const locale = useLocale();
  const zone = useReaderZone();
  return (
    <time dateTime={value} className={className}>
      {formatDate(locale, value, zone)}
    </time>
  );
}
