import type { CartItem } from "./schemas";
import type { Charge } from "./totals";

/**
 * Everything one line charges: its price, what it costs once on top, and the same of its add-on. Amounts that are not
 * known are no charges; the cart counts such lines instead of adding nothing for them.
 */
export function toCharges(item: CartItem): Charge[] {
  const { addOn, period, lineTotal, onceTotal } = item;
  const withCost = "lineCost" in item;
  const charges: Charge[] = [];
  if (lineTotal) charges.push({ amount: lineTotal, period, ...(withCost ? { cost: item.lineCost } : {}) });
  if (onceTotal) {
    // Nobody says what a set-up fee costs the reseller.
    charges.push({ amount: onceTotal, period: "one-time", ...(withCost ? { cost: null } : {}) });
  }
  if (addOn?.lineTotal) {
    const cost = addOn.lineCost ?? null;
    charges.push({ amount: addOn.lineTotal, period: addOn.period, ...(withCost ? { cost } : {}) });
  }
  if (addOn?.onceTotal) {
    charges.push({ amount: addOn.onceTotal, period: "one-time", ...(withCost ? { cost: null } : {}) });
  }
  return charges;
}
