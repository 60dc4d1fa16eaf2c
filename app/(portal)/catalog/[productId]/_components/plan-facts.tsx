import { useLocale } from "next-intl";
import type { Plan } from "@/lib/catalog/schemas";
import { formatMoney } from "@/lib/format";
import { useTranslations } from "@/lib/i18n/use-translations";
import { equalMoney } from "@/lib/money";
import { usePlanWords } from "../../_components/use-plan-words";

/** What the chosen plan commits to, in sentences. */
export function PlanFacts({ plan }: { plan: Plan }) {
  const t = useTranslations("catalog");
  const locale = useLocale();
  const words = usePlanWords();
  const sentences = [
    plan.billingPeriod === "one-time"
      ? t("terms.once")
      : plan.term
        ? t("terms.yes", { term: words.term(plan.term) })
        : t("terms.no"),
    ...(plan.billingPeriod === "one-time" ? [] : [t(`terms.cancel.${plan.cancelTiming ?? "unknown"}`)]),
    ...(plan.approvalRequired ? [t("terms.approval")] : []),
    ...(plan.unit === "unit" && plan.unitName && !plan.usageBased
      ? [t("chooser.unit", { unit: plan.unitName })]
      : []),
    // Only people who may see costs have a list price at all.
    ...(plan.msrp && plan.price && !equalMoney(plan.msrp, plan.price)
      ? [t("terms.listPrice", { price: formatMoney(locale, plan.msrp), per: words.per(plan) })]
      : []),
  ];
  return (
    <ul aria-label={t("terms.label")} className="grid gap-0.5 text-table text-2">
      {sentences.map((sentence) => (
        <li key={sentence}>{sentence}</li>
      ))}
    </ul>
  );
}
