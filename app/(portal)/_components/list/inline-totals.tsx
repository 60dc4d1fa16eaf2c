"use client";

import { Money } from "@/components/ui/money";
import type { Money as MoneyValue } from "@/lib/money-value";

/** Totals in a line, one for each currency, and what is not in them. */
export function InlineTotals({
  label,
  totals,
  notes = [],
}: {
  label: string;
  totals: readonly MoneyValue[];
  notes?: readonly (string | false)[];
}) {
  return (
    <span className="flex flex-wrap items-baseline gap-x-2">
      {totals.length > 0 && (
        <>
          <span className="text-3">{label}</span>
          {totals.map((total, index) => (
            <span key={total.currency}>
              {index > 0 && <span className="text-3">+ </span>}
              <Money value={total} />
            </span>
          ))}
        </>
      )}
      {notes.flatMap((note) => (note ? [<span key={note} className="text-3">{`· ${note}`}</span>] : []))}
    </span>
  );
}
