import { useTranslations } from "next-intl";
import type { BillingPeriod, Plan } from "@/lib/catalog/schemas";

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

  /** The plan's own name where it tells more than the SKU's. */
  function name(plan: Plan): string {
    return plan.name === plan.skuName ? `${term(plan.term)} · ${billing(plan.billingPeriod)}` : plan.name;
  }

  return { term, billing, per, name };
}
