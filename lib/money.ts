import Decimal from "decimal.js";
import { z } from "zod";
import { type Margin, type Money, minorUnitDigits } from "@/lib/money-value";

// Invoices over many seats and months must not lose a digit; 40 significant digits are far beyond any of them.
const Exact = Decimal.clone({ precision: 40, rounding: Decimal.ROUND_HALF_UP, toExpNeg: -40, toExpPos: 40 });

/** Money that comes in from outside. */
export const moneySchema = z.object({
  amount: z.string().regex(/^-?\d+(\.\d+)?$/),
  currency: z.string().regex(/^[A-Z]{3}$/),
});

/** Two amounts of different currencies met in one calculation. Totals are kept per currency, see {@link sumByCurrency}. */
export class CurrencyMismatchError extends Error {
  constructor(one: string, other: string) {
    super(`Amounts in ${one} and ${other} cannot be calculated with each other`);
    this.name = "CurrencyMismatchError";
  }
}

function assertSameCurrency(one: Money, other: Money): void {
  if (one.currency !== other.currency) throw new CurrencyMismatchError(one.currency, other.currency);
}

/**
 * Money from a decimal string or a whole number, in major units; throws a ZodError when `amount` is no finite decimal
 * or `currency` no ISO 4217 code. A JavaScript fraction is refused: it may already have lost digits.
 */
export function toMoney(amount: string | number, currency: string): Money {
  if (typeof amount === "number" && !Number.isSafeInteger(amount)) {
    throw new RangeError("An amount with a fraction has to come as a decimal string");
  }
  const text = String(amount).trim();
  const decimal = /^[+-]?(\d+\.?\d*|\.\d+)([eE][+-]?\d+)?$/.test(text) ? new Exact(text).toFixed() : text;
  return moneySchema.parse({ amount: decimal, currency: currency.trim().toUpperCase() });
}

/** The sum; throws {@link CurrencyMismatchError}. */
export function addMoney(one: Money, other: Money): Money {
  assertSameCurrency(one, other);
  return { amount: new Exact(one.amount).plus(other.amount).toFixed(), currency: one.currency };
}

/** `one` less `other`; throws {@link CurrencyMismatchError}. */
export function subtractMoney(one: Money, other: Money): Money {
  assertSameCurrency(one, other);
  return { amount: new Exact(one.amount).minus(other.amount).toFixed(), currency: one.currency };
}

/** The amount times a whole number of units, or times a factor given as a decimal string. Not rounded. */
export function multiplyMoney(money: Money, factor: number | string): Money {
  if (typeof factor === "number" && !Number.isSafeInteger(factor)) {
    throw new RangeError("A factor with a fraction has to come as a decimal string");
  }
  return { amount: new Exact(money.amount).times(factor).toFixed(), currency: money.currency };
}

/** The amount shared out into so many equal parts, which may need many digits. Not rounded to the currency's own. */
export function divideMoney(money: Money, parts: number): Money {
  if (!Number.isSafeInteger(parts) || parts === 0)
    throw new RangeError("An amount is shared out in whole parts");
  return { amount: new Exact(money.amount).div(parts).toFixed(), currency: money.currency };
}

/** One total per currency, by currency code; an empty list has no totals. Currencies are never added to each other. */
export function sumByCurrency(amounts: Iterable<Money>): Money[] {
  const totals = new Map<string, Decimal>();
  for (const { amount, currency } of amounts) {
    totals.set(currency, (totals.get(currency) ?? new Exact(0)).plus(amount));
  }
  return [...totals]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([currency, total]) => ({ amount: total.toFixed(), currency }));
}

/** -1, 0 or 1 as `one` is less than, equal to or more than `other`; throws {@link CurrencyMismatchError}. */
export function compareMoney(one: Money, other: Money): -1 | 0 | 1 {
  assertSameCurrency(one, other);
  const order = new Exact(one.amount).comparedTo(other.amount);
  return order < 0 ? -1 : order > 0 ? 1 : 0;
}

/** Same currency and same value ("1.5" and "1.50" are equal); different currencies are never equal. */
export function equalMoney(one: Money, other: Money): boolean {
  return one.currency === other.currency && new Exact(one.amount).equals(other.amount);
}

/** The amount in whole minor units of its currency, halves away from zero. Round once, at the end of a calculation. */
export function roundMoney(money: Money): Money {
  const amount = new Exact(money.amount).toDecimalPlaces(minorUnitDigits(money.currency));
  return { amount: amount.toFixed(minorUnitDigits(money.currency)), currency: money.currency };
}

/** What stays of a price after its cost, both for the same quantity and period; throws {@link CurrencyMismatchError}. */
export function marginOf(price: Money, cost: Money): Margin {
  const amount = subtractMoney(price, cost);
  const base = new Exact(price.amount);
  const percent = base.isZero() ? null : new Exact(amount.amount).dividedBy(base).times(100).toFixed(1);
  return { amount, percent };
}
