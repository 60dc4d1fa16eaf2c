"use client";

import { useLocale } from "next-intl";
import { useId, useMemo } from "react";
import { cellRole, groupRole, headRole, rowRole, tableRole } from "@/components/data-table/row-roles";
import { cn } from "@/components/ui/cn";
import { ScrollRegion } from "@/components/ui/scroll-region";
import { comparePlans, planKey } from "@/lib/catalog/compare-plans";
import type { Plan, Sku } from "@/lib/catalog/schemas";
import { formatList } from "@/lib/format";
import { useTranslations } from "@/lib/i18n/use-translations";
import { PlanRow } from "./plan-row";

/**
 * The plans of a product's SKUs as one choice: each with term, billing, price, and what it comes to in a year beside the
 * others of its SKU. Plans that can't be ordered stand there with the reason.
 */
export function PlanTable({
  productName,
  skus,
  selected,
  onSelect,
  withCost,
  refreshing = false,
}: {
  productName: string;
  skus: readonly Sku[];
  /** The chosen plan's key. */
  selected: string | undefined;
  onSelect: (plan: Plan) => void;
  withCost: boolean;
  /** Other prices are being read; these are dimmed. */
  refreshing?: boolean;
}) {
  const t = useTranslations("catalog");
  const group = useId();
  const withYear = skus.some((sku) => sku.plans.some((plan) => plan.yearlyPrice));
  const comparisons = useMemo(() => new Map(skus.map((sku) => [sku.id, comparePlans(sku.plans)])), [skus]);
  const labels = {
    term: t("chooser.term"),
    billing: t("chooser.billing"),
    perYear: t("chooser.perYear"),
    cost: t("chooser.cost"),
    margin: t("chooser.margin"),
  };
  const label = t("chooser.label", { product: productName });
  const heads: { text: string; end?: boolean }[] = [
    { text: t("chooser.plan") },
    { text: labels.term },
    { text: labels.billing },
    { text: t("chooser.price"), end: true },
    ...(withYear ? [{ text: labels.perYear, end: true }] : []),
    ...(withCost
      ? [
          { text: labels.cost, end: true },
          { text: labels.margin, end: true },
        ]
      : []),
  ];
  return (
    <ScrollRegion label={label}>
      <table
        {...tableRole}
        aria-label={label}
        aria-busy={refreshing}
        className={cn(
          "w-full border-separate border-spacing-0 text-table max-md:block",
          refreshing && "**:text-3!",
        )}
      >
        <thead {...groupRole} className="max-md:sr-only">
          <tr {...rowRole}>
            {heads.map(({ text, end }, index) => (
              <th
                key={text}
                {...headRole}
                scope="col"
                className={cn(
                  "border-b border-line py-1.5 pr-3 text-caption font-medium whitespace-nowrap text-2",
                  end ? "text-right" : "text-left",
                  index === 0 && "pl-2",
                )}
              >
                {text}
              </th>
            ))}
          </tr>
        </thead>
        {skus.map((sku) => (
          <tbody key={sku.id} {...groupRole} className="max-md:block">
            {(skus.length > 1 || sku.name !== productName) && <SkuHead sku={sku} columns={heads.length} />}
            {sku.plans.map((plan) => (
              <PlanRow
                key={planKey(plan)}
                plan={plan}
                group={group}
                labels={labels}
                selected={selected === planKey(plan)}
                onSelect={() => onSelect(plan)}
                comparison={comparisons.get(sku.id)?.get(planKey(plan))}
                withYear={withYear}
                withCost={withCost}
              />
            ))}
          </tbody>
        ))}
      </table>
    </ScrollRegion>
  );
}

function SkuHead({ sku, columns }: { sku: Sku; columns: number }) {
  const t = useTranslations("catalog");
  const locale = useLocale();
  return (
    <tr {...rowRole} className="max-md:block">
      <td
        {...cellRole}
        colSpan={columns}
        className="border-b border-line px-2 pt-4 pb-1.5 max-md:block max-md:border-b-0"
      >
        <span className="flex flex-wrap items-baseline gap-x-3 gap-y-0.5">
          <span className="text-body font-semibold">{sku.name}</span>
          {sku.segments.length > 0 && (
            <span className="text-caption text-2">
              {t("chooser.segments", { segments: formatList(locale, sku.segments) })}
            </span>
          )}
        </span>
        {sku.description && sku.description !== sku.name && (
          <span className="mt-0.5 block max-w-prose text-caption text-2">{sku.description}</span>
        )}
      </td>
    </tr>
  );
}
