"use client";

import { useLocale } from "next-intl";
import { useEffect, useRef, useState } from "react";
import { LiveRegion } from "@/components/ui/live-region";
import type { Cart } from "@/lib/carts/schemas";
import { useTranslations } from "@/lib/i18n/use-translations";
import { useTotalWords } from "./use-total-words";

/** Reads the new total out after a change; not when the page opens. */
export function TotalsAnnouncer({ cart }: { cart: Pick<Cart, "totals"> }) {
  const t = useTranslations("carts.totals");
  const locale = useLocale();
  const words = useTotalWords()(cart.totals);
  const first = useRef(words);
  const [said, setSaid] = useState("");
  useEffect(() => {
    if (words === first.current) return;
    // Only the last of several quick steps is worth hearing.
    const timer = setTimeout(() => {
      first.current = words;
      setSaid(t("announce", { total: words }));
    }, 900);
    return () => clearTimeout(timer);
  }, [words, t]);
  return <LiveRegion key={locale}>{said}</LiveRegion>;
}
