import { Money } from "@/components/ui/money";
import type { Money as MoneyValue } from "@/lib/money-value";

/** One total per currency, one under the other; currencies are never added. `totals` comes from sumByCurrency(). */
export function MoneyTotals({ totals, className }: { totals: readonly MoneyValue[]; className?: string }) {
  return (
    <span className={className}>
      {totals.map((total) => (
        <span key={total.currency} className="block">
          <Money value={total} />
        </span>
      ))}
    </span>
  );
}
