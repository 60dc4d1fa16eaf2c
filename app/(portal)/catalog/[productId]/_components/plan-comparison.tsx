"use client";

import { useId, useState } from "react";
import { Button } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/choice";
import { cn } from "@/components/ui/cn";
import { Icon } from "@/components/ui/icon";
import { ScrollRegion } from "@/components/ui/scroll-region";
import { Section } from "@/components/ui/section";
import { Select } from "@/components/ui/select";
import { StatusGlyph } from "@/components/ui/status-glyph";
import { planKey, plansToCompare } from "@/lib/catalog/compare-plans";
import type { Plan, Sku } from "@/lib/catalog/schemas";
import { useTranslations } from "@/lib/i18n/use-translations";
import { listParam, textParam } from "@/lib/search-params";
import { useSearchValue } from "@/lib/use-search-state";
import { usePlanWords } from "../../_components/use-plan-words";
import { useComparisonRows } from "./use-comparison-rows";

const keysParam = listParam(textParam);

const MOST = 4;

/**
 * Up to four plans of the product side by side, a property a line; lines in which they differ are marked. Until somebody
 * chooses, the plans of the chosen plan's SKU stand there. What is compared is in the address.
 */
export function PlanComparison({
  skus,
  chosen,
  withCost,
}: {
  skus: readonly Sku[];
  /** Key of the plan that is chosen to be ordered. */
  chosen: string | undefined;
  withCost: boolean;
}) {
  const t = useTranslations("catalog.compare");
  const words = usePlanWords();
  const selectId = useId();
  const [keys, setKeys] = useSearchValue("compare", keysParam);
  const [onlyDifferences, setOnlyDifferences] = useState(false);
  const plans = plansToCompare(skus, { keys, chosen, most: MOST });
  const rows = useComparisonRows(plans, withCost);
  const shown = onlyDifferences ? rows.filter(({ differs }) => differs) : rows;
  const nameOf = (plan: Plan) => `${plan.skuName}, ${words.name(plan)}`;
  const compared = plans.map(planKey);
  const change = (next: string[]) => setKeys(next);
  const full = plans.length >= MOST;

  return (
    <Section title={t("title")} description={t("help")}>
      <div data-print="hide" className="flex flex-wrap items-center gap-x-6 gap-y-2 text-table">
        <div className="flex min-w-0 items-center gap-2 max-sm:w-full">
          <label htmlFor={selectId} className="shrink-0 text-2">
            {t("add")}
          </label>
          <Select
            id={selectId}
            value=""
            disabled={full}
            onChange={({ target }) => target.value && change([...compared, target.value])}
            className="w-72 max-w-full min-w-0"
          >
            <option value="">{t(full ? "full" : "addHint")}</option>
            {skus.map((sku) => (
              <optgroup key={sku.id} label={sku.name}>
                {sku.plans
                  .filter((plan) => !compared.includes(planKey(plan)))
                  .map((plan) => (
                    <option key={planKey(plan)} value={planKey(plan)}>
                      {words.name(plan)}
                    </option>
                  ))}
              </optgroup>
            ))}
          </Select>
        </div>
        {plans.length > 1 && (
          <Checkbox
            checked={onlyDifferences}
            onChange={({ target }) => setOnlyDifferences(target.checked)}
            label={t("onlyDifferences")}
          />
        )}
      </div>
      {plans.length > 0 && (
        <ScrollRegion label={t("title")}>
          <table aria-label={t("title")} className="w-full border-separate border-spacing-0 text-table">
            <thead>
              <tr>
                <th scope="col" className={cn(propertyClass, "align-bottom text-caption font-medium text-2")}>
                  {t("property")}
                </th>
                {plans.map((plan) => (
                  <th
                    key={planKey(plan)}
                    scope="col"
                    className="min-w-36 border-b border-line py-2 pr-3 text-left align-bottom font-normal sm:min-w-44"
                  >
                    <span className="flex items-start justify-between gap-1">
                      <span className="min-w-0">
                        <span className="block text-caption text-2">{plan.skuName}</span>
                        <span className="block font-medium break-words">{words.name(plan)}</span>
                      </span>
                      {plans.length > 1 && (
                        <Button
                          variant="ghost"
                          size="icon-sm"
                          data-print="hide"
                          title={t("remove", { plan: nameOf(plan) })}
                          onClick={() => change(compared.filter((key) => key !== planKey(plan)))}
                        >
                          <Icon name="icon-x" />
                          <span className="sr-only">{t("remove", { plan: nameOf(plan) })}</span>
                        </Button>
                      )}
                    </span>
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {shown.map(({ id, label, cells, differs }) => (
                <tr key={id}>
                  <th scope="row" className={cn(propertyClass, "align-top font-normal text-2")}>
                    <span className="inline-flex items-start gap-1.5">
                      {label}
                      {differs && plans.length > 1 && (
                        <>
                          <StatusGlyph tone="info" className="mt-1.5 shrink-0" />
                          <span className="sr-only">({t("differs")})</span>
                        </>
                      )}
                    </span>
                  </th>
                  {cells.map((cell, index) => (
                    <td
                      // biome-ignore lint/suspicious/noArrayIndexKey: cells are places beside plans
                      key={index}
                      className={cn(
                        "border-b border-line py-2 pr-3 align-top",
                        differs && plans.length > 1 && "font-medium",
                      )}
                    >
                      {cell}
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </ScrollRegion>
      )}
      {onlyDifferences && shown.length === 0 && <p className="text-table text-2">{t("same")}</p>}
    </Section>
  );
}

/** The first column stays while the plans scroll sideways. */
const propertyClass =
  "sticky left-0 z-10 w-36 max-w-36 min-w-28 border-b border-line bg-surface-0 py-2 pr-3 text-left group-data-scrolled/scroll:shadow-(--shadow-edge)";
