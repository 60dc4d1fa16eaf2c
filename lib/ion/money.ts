import { Decimal } from "decimal.js";

/** An amount in major units as a decimal string, for example `{ amount: "155.48", currency: "USD" }`. */
export interface IonMoney {
  amount: string;
  /** ISO 4217, upper case. */
  currency: string;
}

/** Decimal places kept on unit prices; Ion's catalog has prices below a cent (float32 noise starts further right). */
const UNIT_PRICE_DECIMALS = 4;
const DEFAULT_CURRENCY_DIGITS = 2;
const DECIMAL_TEXT = /^-?\d+(\.\d+)?([eE][+-]?\d+)?$/;
/** Amounts beyond this are not money; the bound keeps an exponent like 1e999999 from becoming a megabyte of digits. */
const MAX_EXPONENT = 18;

const digitsByCurrency = new Map<string, number>();

/** Digits after the point of a currency: 2 for USD, 0 for JPY, 3 for KWD; 2 for a code nobody knows. */
export function currencyDigits(currency: string): number {
  const known = digitsByCurrency.get(currency);
  if (known !== undefined) return known;
  let digits = DEFAULT_CURRENCY_DIGITS;
  try {
    digits =
      new Intl.NumberFormat("en", { style: "currency", currency }).resolvedOptions().maximumFractionDigits ??
      DEFAULT_CURRENCY_DIGITS;
  } catch {
    // Not shaped like an ISO code: keep the default.
  }
  digitsByCurrency.set(currency, digits);
  return digits;
}

/**
 * A total, subtotal, cost or margin: rounded half-up (away from zero) to the digits of its currency.
 * Ion's amounts are float32 values widened to doubles (`621.9270629882812`), so the digits beyond are noise.
 * Null when the amount or the currency is missing or is not a number: missing is not zero (CONTRACT.md section 8.7, 8.8).
 */
export function toTotal(digits: string | null, currency: string | null): IonMoney | null {
  return toMoney(digits, currency, (code) => currencyDigits(code));
}

/**
 * A unit price: rounded half-up to 4 decimals, then trimmed of trailing zeros down to the digits of its currency, so
 * `155.48175` stays `155.4818` and `12.5` becomes `12.50`. Multiply this, and round the product, never the other way.
 */
export function toUnitPrice(digits: string | null, currency: string | null): IonMoney | null {
  return toMoney(digits, currency, (code, amount) =>
    Math.max(
      currencyDigits(code),
      amount.toDecimalPlaces(UNIT_PRICE_DECIMALS, Decimal.ROUND_HALF_UP).decimalPlaces(),
    ),
  );
}

/** Reads the decimal text of an amount. Null for anything that is not a plain decimal number of a sane size. */
export function readDecimal(digits: string | null): Decimal | null {
  const text = digits?.trim();
  if (!text || !DECIMAL_TEXT.test(text)) return null;
  const value = new Decimal(text);
  return value.e > MAX_EXPONENT || value.e < -MAX_EXPONENT - UNIT_PRICE_DECIMALS ? null : value;
}

function toMoney(
  digits: string | null,
  currency: string | null,
  places: (currency: string, amount: Decimal) => number,
): IonMoney | null {
  const amount = readDecimal(digits);
  const code = currency?.trim().toUpperCase();
  if (!amount || !code) return null;
  const text = amount.toFixed(places(code, amount), Decimal.ROUND_HALF_UP);
  return { amount: /^-0(\.0+)?$/.test(text) ? text.slice(1) : text, currency: code };
}
