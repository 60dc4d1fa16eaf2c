import { useLocale } from "next-intl";
import { Money } from "@/components/ui/money";
import { formatPercent } from "@/lib/format";
import { useTranslations } from "@/lib/i18n/use-translations";
import { isNegative, type Margin as MarginValue } from "@/lib/money-value";

/** A margin with its percent; one below zero is marked. `value` comes from marginOf() in lib/money. */
export function Margin({ value, className }: { value: MarginValue; className?: string }) {
  const locale = useLocale();
  const t = useTranslations("common");
  const below = isNegative(value.amount);
  return (
    <span className={className}>
      <Money value={value.amount} marked />
      <span className={below ? "ml-1.5 text-danger-text" : "ml-1.5 text-2"}>
        {value.percent === null ? t("noPercent") : formatPercent(locale, value.percent)}
      </span>
    </span>
  );
}
