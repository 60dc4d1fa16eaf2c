import type { BillingPeriod } from "@/lib/catalog/schemas";
import { equalMoney, multiplyMoney, roundMoney } from "@/lib/money";
import { isZero, type Money } from "@/lib/money-value";

/** What Ion says about a cart line's price, and what the catalog says about its plan. */
export type PriceSources = {
  period: BillingPeriod;
  quantity: number;
  usageBased: boolean;
  /** Of the cart item; null is unknown. */
  recurring: Money | null;
  upfront: Money | null;
  /** Of the plan, per unit and period, in the customer's price book. */
  catalogPrice: Money | null;
  /** Of the plan, per unit, once at the start. */
  setupFee: Money | null;
};

export type LinePrices = {
  /** Per unit and period; null is unknown, or depends on use. */
  unitPrice: Money | null;
  /** Per period, or once for a one-time plan. */
  lineTotal: Money | null;
  /** What comes once on top of a recurring price: per unit, and for the line. */
  onceUnitPrice: Money | null;
  onceTotal: Money | null;
};

/**
 * The prices of one line. Ion's amount counts, since that is what will be charged; the catalog's fills in where Ion
 * leaves it out: lists omit the upfront amount (CONTRACT.md section 6, D54), and missing is not zero (section 8.8).
 */
export function linePrices(sources: PriceSources): LinePrices {
  const { period, quantity, usageBased, recurring, upfront, catalogPrice, setupFee } = sources;
  if (period === "one-time") {
    const said = positive(upfront) ?? positive(recurring);
    const unitPrice = unitOf(said, catalogPrice, quantity) ?? catalogPrice ?? upfront;
    return { unitPrice, lineTotal: timesQuantity(unitPrice, quantity), ...once(null, quantity) };
  }
  const onTop = once(unitOf(positive(upfront), setupFee, quantity) ?? setupFee, quantity);
  // A plan that is billed by use shows 0 as its recurring price: that is no price, let alone a free one.
  if (usageBased && !positive(recurring)) {
    const unitPrice = positive(catalogPrice);
    return { unitPrice, lineTotal: timesQuantity(unitPrice, quantity), ...onTop };
  }
  const unitPrice = unitOf(recurring, catalogPrice, quantity) ?? catalogPrice;
  return { unitPrice, lineTotal: timesQuantity(unitPrice, quantity), ...onTop };
}

/**
 * Ion does not document whether a cart item's price is per unit or for the line. Orders show unit prices, so that is the
 * reading; an amount that is exactly the catalog's price times the quantity can only be the line's.
 */
function unitOf(said: Money | null, catalogUnit: Money | null, quantity: number): Money | null {
  if (!said || !catalogUnit || quantity === 1 || equalMoney(said, catalogUnit)) return said;
  const line = roundMoney(multiplyMoney(catalogUnit, quantity));
  return equalMoney(roundMoney(said), line) ? catalogUnit : said;
}

/** The price of all units, rounded once to the currency's digits. */
export function timesQuantity(unit: Money | null, quantity: number): Money | null {
  return unit && roundMoney(multiplyMoney(unit, quantity));
}

function once(unit: Money | null, quantity: number): Pick<LinePrices, "onceUnitPrice" | "onceTotal"> {
  const onceUnitPrice = positive(unit);
  return { onceUnitPrice, onceTotal: timesQuantity(onceUnitPrice, quantity) };
}

function positive(money: Money | null): Money | null {
  return money && !isZero(money) ? money : null;
}
