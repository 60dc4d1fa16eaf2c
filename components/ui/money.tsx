import { useLocale } from "next-intl";
import { cn } from "@/components/ui/cn";
import { formatAmount } from "@/lib/format";
import { useTranslations } from "@/lib/i18n/use-translations";
import { isNegative, type Money as MoneyValue } from "@/lib/money-value";

/** An amount with its currency code in smaller type. `marked` draws attention to a negative one (a margin below cost). */
export function Money({
  value,
  marked = false,
  className,
}: {
  value: MoneyValue;
  marked?: boolean;
  className?: string;
}) {
  const locale = useLocale();
  const below = marked && isNegative(value);
  return (
    <span
      className={cn("whitespace-nowrap tabular-nums", below && "font-medium text-danger-text", className)}
    >
      {formatAmount(locale, value)}
      <span className={cn("ml-1 text-[0.85em]", !below && "text-3")}>{value.currency}</span>
      {below && <Negative />}
    </span>
  );
}

function Negative() {
  return <span className="sr-only"> {useTranslations("common")("negative")}</span>;
}
