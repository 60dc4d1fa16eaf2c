import type { BillingPeriod, Plan } from "@/lib/catalog/schemas";
import { useTranslations } from "@/lib/i18n/use-translations";

const TERM = /^P(\d+)([DWMY])$/;

/** How terms, billing periods and units of plans are said. */
export function usePlanWords() {
  const t = useTranslations("catalog");

  /** "1 year", "1 month", "None". */
  function term(duration: string | null): string {
    const [, count, unit] = TERM.exec(duration ?? "") ?? [];
    return unit ? t(`term.${unit}`, { count: Number(count) }) : (duration ?? t("term.none"));
  }

  /** "Monthly", "Once". */
  function billing(period: BillingPeriod): string {
    return t(`billing.${period}`);
  }

  /** "per seat per month". */
  function per({ unit, billingPeriod }: Pick<Plan, "unit" | "billingPeriod">): string {
    return t(`per.${unit}.${billingPeriod}`);
  }

  /** What the plan's own name adds to its SKU's; where it adds nothing, its term and billing. */
  function name(plan: Plan): string {
    const added = plan.name.startsWith(plan.skuName)
      ? plan.name.slice(plan.skuName.length).replace(/^[\s\-–—:,·]+/, "")
      : plan.name;
    return added === "" ? `${term(plan.term)} · ${billing(plan.billingPeriod)}` : added;
  }

  return { term, billing, per, name };
}
