import { useLocale } from "next-intl";
import { Badge } from "@/components/ui/badge";
import { Money } from "@/components/ui/money";
import type { PlanComparison } from "@/lib/catalog/compare-plans";
import type { Plan } from "@/lib/catalog/schemas";
import { formatMoney, formatPercent } from "@/lib/format";
import { useTranslations } from "@/lib/i18n/use-translations";
import { usePlanWords } from "./use-plan-words";

/** The price of a plan, and per what. */
export function PlanPrice({ plan }: { plan: Plan }) {
  const t = useTranslations("catalog");
  const words = usePlanWords();
  if (!plan.price)
    return <span className="text-2">{plan.usageBased ? t("chooser.byUse") : t("chooser.noPrice")}</span>;
  return (
    <>
      <Money value={plan.price} className="font-medium" />
      <span className="block text-caption text-3">{words.per(plan)}</span>
    </>
  );
}

/** What a plan costs in a year, and how that compares with the others of its SKU. */
export function YearlyPrice({ plan, comparison }: { plan: Plan; comparison: PlanComparison | undefined }) {
  const t = useTranslations("catalog");
  const locale = useLocale();
  if (!plan.yearlyPrice) return <Dash />;
  return (
    <>
      <Money value={plan.yearlyPrice} />
      {comparison?.isCheapest && (
        <span className="block">
          <Badge tone="ok">{t("chooser.cheapest")}</Badge>
        </span>
      )}
      {comparison?.more && (
        <span className="block text-caption whitespace-nowrap text-2">
          {t("chooser.more", { amount: formatMoney(locale, comparison.more) })}
        </span>
      )}
    </>
  );
}

/** Only for people who may see costs: for others the fields never leave the server. */
export function PlanMargin({ plan }: { plan: Plan }) {
  const locale = useLocale();
  if (!plan.margin) return <Dash />;
  return (
    <>
      <Money value={plan.margin.amount} marked />
      {plan.margin.percent !== null && (
        <span className="block text-caption text-3 tabular-nums">
          {formatPercent(locale, plan.margin.percent)}
        </span>
      )}
    </>
  );
}

/** Stands where there is no amount, read out as "none". */
export function Dash() {
  const t = useTranslations("common");
  return (
    <span className="text-3">
      <span aria-hidden="true">–</span>
      <span className="sr-only">{t("none")}</span>
    </span>
  );
}
