import { useLocale } from "next-intl";
import type { ReactNode } from "react";
import { Money } from "@/components/ui/money";
import type { Plan } from "@/lib/catalog/schemas";
import { formatNumber, formatPercent } from "@/lib/format";
import { useTranslations } from "@/lib/i18n/use-translations";
import { Dash, PlanPrice } from "../../_components/plan-prices";
import { usePlanWords } from "../../_components/use-plan-words";

/** A property of plans: what each has, and whether they differ in it. */
export type ComparisonRow = { id: string; label: string; cells: ReactNode[]; differs: boolean };

type Property = {
  id: string;
  /** What is compared; equal texts are no difference. */
  value: (plan: Plan) => string;
  cell: (plan: Plan) => ReactNode;
};

/** The properties by which plans are told apart, with what these plans have. Those that none of them has are left out. */
export function useComparisonRows(plans: readonly Plan[], withCost: boolean): ComparisonRow[] {
  const t = useTranslations("catalog");
  const tr = useTranslations("catalog.compare");
  const locale = useLocale();
  const words = usePlanWords();

  const seats = ({ minQuantity: min, maxQuantity: max }: Plan) => {
    const number = (value: number) => formatNumber(locale, value);
    if (max !== null) return t("chooser.limits", { min: number(min), max: number(max) });
    return min > 1 ? tr("min", { min: number(min) }) : tr("anyQuantity");
  };
  const introduction = (plan: Plan) =>
    plan.introductions
      .map(({ kind, duration }) => {
        if (kind === "discount") return t("chooser.discountOpen");
        return duration ? t("chooser.trial", { duration: words.term(duration) }) : t("chooser.trialOpen");
      })
      .join(", ");
  const text = (value: (plan: Plan) => string): Pick<Property, "value" | "cell"> => ({
    value,
    cell: (plan) => value(plan) || <Dash />,
  });
  const money = (value: (plan: Plan) => Plan["price"] | undefined): Pick<Property, "value" | "cell"> => ({
    value: (plan) => JSON.stringify(value(plan) ?? null),
    cell: (plan) => {
      const amount = value(plan);
      return amount ? <Money value={amount} /> : <Dash />;
    },
  });
  const properties: Property[] = [
    {
      id: "price",
      value: (plan) => JSON.stringify([plan.price, words.per(plan)]),
      cell: (plan) => <PlanPrice plan={plan} />,
    },
    { id: "perYear", ...money((plan) => plan.yearlyPrice) },
    { id: "term", ...text((plan) => words.term(plan.term)) },
    { id: "billing", ...text((plan) => words.billing(plan.billingPeriod)) },
    { id: "seats", ...text(seats) },
    { id: "cancel", ...text((plan) => tr(`cancel.${plan.cancelTiming ?? "unknown"}`)) },
    { id: "setup", ...money((plan) => plan.setupFee) },
    { id: "intro", ...text(introduction) },
    { id: "approval", ...text((plan) => tr(plan.approvalRequired ? "yes" : "no")) },
    {
      id: "orderable",
      ...text((plan) => (plan.orderable.ok ? tr("yes") : t(`reason.${plan.orderable.reason}`))),
    },
    ...(withCost
      ? [
          { id: "cost", ...money((plan) => plan.cost) },
          {
            id: "margin",
            value: (plan: Plan) => plan.margin?.percent ?? "",
            cell: (plan: Plan) =>
              plan.margin?.percent ? formatPercent(locale, plan.margin.percent) : <Dash />,
          },
        ]
      : []),
    {
      id: "partNumber",
      value: (plan) => plan.mfgPartNumber ?? "",
      cell: (plan) =>
        plan.mfgPartNumber ? (
          <span className="font-mono text-caption break-all">{plan.mfgPartNumber}</span>
        ) : (
          <Dash />
        ),
    },
  ];
  return properties.flatMap(({ id, value, cell }) => {
    const values = plans.map(value);
    if (values.every((one) => one === "" || one === "null")) return [];
    return [{ id, label: tr(`rows.${id}`), cells: plans.map(cell), differs: new Set(values).size > 1 }];
  });
}
