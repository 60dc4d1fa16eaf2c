"use client";

import { useLocale } from "next-intl";
import type { CartTotal } from "@/lib/carts/schemas";
import { formatList, formatMoney } from "@/lib/format";
import { useTranslations } from "@/lib/i18n/use-translations";

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
