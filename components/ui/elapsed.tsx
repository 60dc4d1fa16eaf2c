"use client";

import { useLocale } from "next-intl";
import { useNow } from "@/components/ui/clock";
import { formatElapsed } from "@/lib/format";

/** How long something has been going on ("3 min"), counted from an ISO time and renewed by itself. */
export function Elapsed({ since }: { since: string }) {
  const locale = useLocale();
  const now = useNow();
  return (
    <time dateTime={since} suppressHydrationWarning>
      {formatElapsed(locale, now - Date.parse(since))}
    </time>
  );
}
