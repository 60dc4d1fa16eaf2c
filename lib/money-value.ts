import * as s from "@/lib/shape";

/**
 * What money is, and what a screen asks of it, without arithmetic: this half is small enough for every page. Sums, margins and
 * rounding are in lib/money.ts.
 */

/** An amount of one currency: `amount` is a plain decimal string in major units ("412.50"), `currency` an ISO 4217 code. */
export const moneyShape = s.object({
  amount: s.text(/^-?\d+(\.\d+)?$/),
  currency: s.text(/^[A-Z]{3}$/),
});
export type Money = s.Infer<typeof moneyShape>;

/** Whether it is exactly nothing, however many digits say so. */
export function isZero(money: Money): boolean {
  return !/[1-9]/.test(money.amount);
}

export function isNegative(money: Money): boolean {
  return money.amount.startsWith("-") && !isZero(money);
}

const digitsOf = new Map<string, number>();

/** Digits after the point that the currency has (2 for USD, 0 for JPY, 3 for KWD); 2 for codes nobody knows. */
export function minorUnitDigits(currency: string): number {
  // Intl takes 40 µs to say so, and lists show the same few currencies in each row.
  const digits = digitsOf.get(currency) ?? askForDigits(currency);
  digitsOf.set(currency, digits);
  return digits;
}

function askForDigits(currency: string): number {
  try {
    const { maximumFractionDigits } = new Intl.NumberFormat("en", {
      style: "currency",
      currency,
    }).resolvedOptions();
    return maximumFractionDigits ?? 2;
  } catch {
    return 2;
  }
}

export type Margin = {
  /** Price less cost; negative when it sells below cost. */
  amount: Money;
  /** The margin in percent of the price, one decimal ("12.5"); null when the price is zero. */
  percent: string | null;
};
