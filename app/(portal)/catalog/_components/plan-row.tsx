"use client";

import { type MouseEvent, type ReactNode, useId } from "react";
import { cellRole, rowHeadRole, rowRole } from "@/components/data-table/row-roles";
import { cn } from "@/components/ui/cn";
import { Money } from "@/components/ui/money";
import type { PlanComparison } from "@/lib/catalog/compare-plans";
import type { Plan } from "@/lib/catalog/schemas";
import { PlanNotes } from "./plan-notes";
import { Dash, PlanMargin, PlanPrice, YearlyPrice } from "./plan-prices";
import { usePlanWords } from "./use-plan-words";

/** A press anywhere in the row chooses the plan; text that is being selected stays selected. */
function chooseInRow(event: MouseEvent<HTMLTableRowElement>): void {
  if (!(event.target instanceof Element) || event.target.closest("label, input, a, button")) return;
  if (window.getSelection()?.isCollapsed === false) return;
  event.currentTarget.querySelector<HTMLInputElement>("input:enabled")?.click();
}

/** One plan to choose: a line of the table, on a phone an entry with its price at the right. */
export function PlanRow({
  plan,
  group,
  labels,
  selected,
  onSelect,
  comparison,
  withYear,
  withCost,
}: {
  plan: Plan;
  /** Name of the radio buttons that exclude each other. */
  group: string;
  /** Column heads, to stand beside the values on a phone. */
  labels: { term: string; billing: string; perYear: string; cost: string; margin: string };
  selected: boolean;
  onSelect: () => void;
  comparison: PlanComparison | undefined;
  withYear: boolean;
  withCost: boolean;
}) {
  const id = useId();
  const words = usePlanWords();
  const can = plan.orderable.ok;
  return (
    <tr
      {...rowRole}
      onClick={can ? chooseInRow : undefined}
      className={cn(
        "max-md:grid max-md:grid-cols-[1fr_1fr_auto] max-md:gap-x-3 max-md:gap-y-2 max-md:border-b max-md:border-line max-md:px-2 max-md:py-2.5",
        can && "cursor-pointer hover:bg-surface-1",
        selected && "bg-accent-soft hover:bg-accent-soft",
      )}
    >
      <th
        {...rowHeadRole}
        scope="row"
        className="py-2 pr-3 pl-2 text-left align-top font-normal max-md:col-span-2 max-md:p-0 md:border-b md:border-line"
      >
        <span className="flex items-start gap-2">
          <input
            type="radio"
            id={id}
            name={group}
            checked={selected}
            disabled={!can}
            onChange={onSelect}
            aria-describedby={`${id}-price`}
            className="mt-0.5 size-4 shrink-0 appearance-none rounded-full border border-line-strong bg-surface-0 checked:border-[5px] checked:border-accent disabled:bg-surface-2 enabled:hover:border-line-hover enabled:checked:hover:border-accent-hover"
          />
          <span className="min-w-0">
            <label htmlFor={id} className={cn("block break-words", can ? "font-medium" : "text-2")}>
              {words.name(plan)}
            </label>
            {plan.mfgPartNumber && (
              <span className="block font-mono text-caption break-all text-3">{plan.mfgPartNumber}</span>
            )}
            <PlanNotes plan={plan} />
          </span>
        </span>
      </th>
      <Cell label={labels.term}>{words.term(plan.term)}</Cell>
      <Cell label={labels.billing}>{words.billing(plan.billingPeriod)}</Cell>
      <td
        {...cellRole}
        id={`${id}-price`}
        className="py-2 pr-3 text-right align-top whitespace-nowrap max-md:col-start-3 max-md:row-start-1 max-md:p-0 md:border-b md:border-line"
      >
        <PlanPrice plan={plan} />
      </td>
      {withYear && (
        <Cell label={labels.perYear} end>
          <YearlyPrice plan={plan} comparison={comparison} />
        </Cell>
      )}
      {withCost && (
        <>
          <Cell label={labels.cost} end>
            {plan.cost ? <Money value={plan.cost} /> : <Dash />}
          </Cell>
          <Cell label={labels.margin} end>
            <PlanMargin plan={plan} />
          </Cell>
        </>
      )}
    </tr>
  );
}

function Cell({ label, end = false, children }: { label: string; end?: boolean; children: ReactNode }) {
  return (
    <td
      {...cellRole}
      className={cn(
        "py-2 pr-3 align-top whitespace-nowrap max-md:p-0 max-md:pl-6 md:border-b md:border-line",
        end && "md:text-right",
      )}
    >
      <span aria-hidden="true" className="block text-caption text-3 md:hidden">
        {label}
      </span>
      {children}
    </td>
  );
}
