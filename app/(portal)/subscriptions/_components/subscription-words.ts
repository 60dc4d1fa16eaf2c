"use client";

import { useMemo } from "react";
import { useTranslations } from "@/lib/i18n/use-translations";
import type { SubscriptionRow } from "@/lib/subscriptions/subscription-schemas";

/** Term and billing in words; Ion's own where they are none of ours. */
export function useSubscriptionWords() {
  const t = useTranslations("subscriptions");
  return useMemo(
    () => ({
      term: ({ term, termText }: Pick<SubscriptionRow, "term" | "termText">): string | null =>
        term ? t(`term.${term.unit}`, { count: term.count }) : termText,
      billing: ({ billingCycle }: Pick<SubscriptionRow, "billingCycle">): string | null => {
        if (!billingCycle) return null;
        const key = `cycle.${billingCycle.replaceAll(/[^a-z]+/g, "_")}`;
        return t.has(key) ? t(key) : t("cycleOther", { cycle: billingCycle });
      },
    }),
    [t],
  );
}
