import type { BillingPeriod } from "@/lib/catalog/schemas";
import { addMoney, marginOf } from "@/lib/money";
import type { Money } from "@/lib/money-value";
import { periodRank } from "./cart-period";
import type { CartTotal } from "./schemas";

/** One amount that is charged: a line's price, its set-up fee, or its add-on. */
export type Charge = {
  amount: Money;
  period: BillingPeriod;
  /** Null when it is not known, undefined when the reader may not see it. */
  cost?: Money | null;
};

/**
 * Totals per currency and billing period, most frequent period first and one-time amounts last. Amounts of different
 * currencies or periods are never added. Cost and margin are left out where any charge leaves its cost out, and null
 * where one of them is not known: a margin over a part of the lines would mislead.
 */
export function cartTotals(charges: readonly Charge[]): CartTotal[] {
  const groups = new Map<string, { total: CartTotal; costs: (Money | null | undefined)[] }>();
  for (const { amount, period, cost } of charges) {
    const key = `${amount.currency} ${period}`;
    const group = groups.get(key) ?? { total: { amount: "0", currency: amount.currency, period }, costs: [] };
    groups.set(key, {
      total: { ...addMoney(group.total, amount), period },
      costs: [...group.costs, cost],
    });
  }
  return [...groups.values()]
    .map(({ total, costs }) => ({ ...total, ...costAndMargin(total, costs) }))
    .sort(
      (one, other) =>
        periodRank(one.period) - periodRank(other.period) || (one.currency < other.currency ? -1 : 1),
    );
}

function costAndMargin(
  total: Money,
  costs: readonly (Money | null | undefined)[],
): Pick<CartTotal, "cost" | "margin"> {
  if (costs.includes(undefined)) return {};
  const zero: Money | null = { amount: "0", currency: total.currency };
  const cost = costs.reduce<Money | null>(
    (sum, one) => (sum && one && one.currency === sum.currency ? addMoney(sum, one) : null),
    zero,
  );
  return { cost, margin: cost && marginOf({ amount: total.amount, currency: total.currency }, cost) };
}
