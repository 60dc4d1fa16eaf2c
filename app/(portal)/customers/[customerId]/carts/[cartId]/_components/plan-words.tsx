"use client";

import { Money } from "@/components/ui/money";
import type { CartItem } from "@/lib/carts/schemas";
import { useTranslations } from "@/lib/i18n/use-translations";

const DURATION = /^P(\d{1,4})([DWMY])$/;

/** "1 year" for "P1Y"; null for no term. */
export function useDuration(): (duration: string | null) => string | null {
  const t = useTranslations("carts.term");
  return (duration) => {
    const [, count, unit] = DURATION.exec(duration ?? "") ?? [];
    return unit === "D" || unit === "W" || unit === "M" || unit === "Y"
      ? t(unit, { count: Number(count) })
      : null;
  };
}

/** Trials and discounts that come before the price proper. */
export function Introductions({ item }: { item: Pick<CartItem, "introductions"> }) {
  const t = useTranslations("carts.line");
  const inWords = useDuration();
  return item.introductions.map(({ kind, duration, price }) => {
    const length = inWords(duration);
    const words =
      kind === "trial"
        ? length
          ? t("trial", { duration: length })
          : t("trialOpen")
        : price && length
          ? t.rich("discount", { duration: length, price: () => <Money value={price} /> })
          : t("discountOpen");
    return <span key={kind}>{words}</span>;
  });
}

/** What a line is, in one line: product, plan, and the term where the plan's name can't tell it. */
export function usePlanDetails(): (item: CartItem) => string {
  const inWords = useDuration();
  return (item) => {
    const { productName, skuName, planName, term } = item;
    const parts = [
      skuName === null || skuName === productName ? null : productName,
      planName ?? inWords(term),
    ];
    return parts.filter(Boolean).join(" · ");
  };
}
