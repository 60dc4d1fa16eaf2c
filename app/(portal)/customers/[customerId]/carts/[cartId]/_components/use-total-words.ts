"use client";

import { useLocale, useTranslations } from "next-intl";
import type { CartTotal } from "@/lib/carts/schemas";
import { formatList, formatMoney } from "@/lib/format";

/** Totals in one line: "412.50 USD per month and 99.00 USD once". */
export function useTotalWords(): (
  totals: readonly Pick<CartTotal, "amount" | "currency" | "period">[],
) => string {
  const t = useTranslations("carts");
  const locale = useLocale();
  return (totals) =>
    formatList(
      locale,
      totals.map((total) =>
        t("totals.amountPer", { amount: formatMoney(locale, total), per: t(`per.${total.period}`) }),
      ),
    );
}
