import { type Money, minorUnitDigits } from "@/lib/money-value";

/**
 * Formatting by the user's locale. Pure functions of their arguments, the same on the server and in the browser; a
 * zone is always passed in, so both sides write the same text.
 */

const cache = new Map<string, unknown>();

/** Intl formatters cost about 50 µs to make and a table needs thousands, so each is made once. */
function cached<T>(key: string, make: () => T): T {
  const known = cache.get(key) as T | undefined;
  if (known !== undefined) return known;
  const made = make();
  cache.set(key, made);
  return made;
}

/** `kind` stands for the options: to write them out for each cell would cost more than the formatting. */
function numberFormat(locale: string, kind: string, options: Intl.NumberFormatOptions = {}) {
  return cached(`n ${locale} ${kind}`, () => new Intl.NumberFormat(locale, options));
}

function dateFormat(locale: string, kind: string, options: Intl.DateTimeFormatOptions) {
  return cached(`d ${locale} ${kind}`, () => new Intl.DateTimeFormat(locale, options));
}

const words = new Map<string, string>();
const MOST_WORDS = 10_000;

/** Intl takes some 40 µs for an exact amount or a moment, and lists show the same ones again and again. */
function remembered(kind: string, value: string, write: () => string): string {
  const key = `${kind} ${value}`;
  const known = words.get(key);
  if (known !== undefined) return known;
  const written = write();
  if (words.size >= MOST_WORDS) words.clear();
  words.set(key, written);
  return written;
}

/** Intl formats decimal strings exactly; its type only admits string literals that look like numbers. */
function exact(decimal: string): `${number}` {
  return decimal as `${number}`;
}

/** A whole or fractional number: "12,400". */
export function formatNumber(locale: string, value: number): string {
  return numberFormat(locale, "plain").format(value);
}

/** A percentage given in percent ("12.5" is 12.5 %), with at most one decimal. */
export function formatPercent(locale: string, percent: string): string {
  const fraction = exact(`${percent}e-2`);
  return numberFormat(locale, "percent", { style: "percent", maximumFractionDigits: 1 }).format(fraction);
}

/**
 * The digits of an amount without its currency: "1,412.50". At least the currency's own digits, and up to six where a
 * unit price has more, so that a price of 0.0013 is not shown as nothing.
 */
export function formatAmount(locale: string, money: Money): string {
  const digits = minorUnitDigits(money.currency);
  return remembered(`amount ${locale} ${digits}`, money.amount, () =>
    numberFormat(locale, `amount ${digits}`, {
      minimumFractionDigits: digits,
      maximumFractionDigits: Math.max(digits, 6),
    }).format(exact(money.amount)),
  );
}

/** Amount, then ISO code: "1,412.50 USD". The space does not break. */
export function formatMoney(locale: string, money: Money): string {
  return `${formatAmount(locale, money)}\u00a0${money.currency}`;
}

/** A calendar day: "14 Mar 2026". A plain day ("2026-03-14") stays that day in every zone. */
export function formatDate(locale: string, iso: string, timeZone: string): string {
  const zone = /^\d{4}-\d{2}-\d{2}$/.test(iso) ? "UTC" : timeZone;
  return remembered(`day ${locale} ${zone}`, iso, () =>
    formatted(iso, dateFormat(locale, `day ${zone}`, { dateStyle: "medium", timeZone: zone })),
  );
}

/** Day and time with the zone's name: "14 Mar 2026, 09:30 CET". Deadlines are written this way. */
export function formatDateTime(locale: string, iso: string, timeZone: string): string {
  return remembered(`time ${locale} ${timeZone}`, iso, () =>
    formatted(
      iso,
      dateFormat(locale, `time ${timeZone}`, {
        year: "numeric",
        month: "short",
        day: "numeric",
        hour: "numeric",
        minute: "2-digit",
        timeZoneName: "short",
        timeZone,
      }),
    ),
  );
}

/** Text that is no date is shown as it came: the reader can still make something of it. */
function formatted(iso: string, format: Intl.DateTimeFormat): string {
  const time = Date.parse(iso);
  return Number.isNaN(time) ? iso : format.format(time);
}

const second = 1000;
const minute = 60 * second;
const hour = 60 * minute;
const day = 24 * hour;

/** The largest unit that fits, with the number of them (towards zero). */
function largestUnit(ms: number): [number, "second" | "minute" | "hour" | "day" | "month" | "year"] {
  const size = Math.abs(ms);
  const count = (unit: number) => Math.trunc(ms / unit);
  if (size < minute) return [count(second), "second"];
  if (size < hour) return [count(minute), "minute"];
  if (size < day) return [count(hour), "hour"];
  if (size < 60 * day) return [count(day), "day"];
  if (size < 730 * day) return [count(30.44 * day), "month"];
  return [count(365.25 * day), "year"];
}

/**
 * How far a moment is from `nowMs` (epoch milliseconds): "3 minutes ago", "in 2 days". Under 45 seconds it is "now",
 * since seconds that count by themselves only disturb.
 */
export function formatRelativeTime(locale: string, iso: string, nowMs: number): string {
  const time = Date.parse(iso);
  if (Number.isNaN(time)) return iso;
  const difference = time - nowMs;
  const relative = cached(`r ${locale}`, () => new Intl.RelativeTimeFormat(locale, { numeric: "auto" }));
  if (Math.abs(difference) < 45 * second) return relative.format(0, "second");
  const [count, unit] = largestUnit(
    Math.abs(difference) < minute ? Math.sign(difference) * minute : difference,
  );
  return relative.format(count, unit);
}

/** How long something has been going on, in one short unit: "3 min", "2 hr", "4 days". */
export function formatElapsed(locale: string, ms: number): string {
  const [count, unit] = largestUnit(Math.max(ms, 0));
  return numberFormat(locale, `unit ${unit}`, { style: "unit", unit, unitDisplay: "short" }).format(count);
}

/** "a, b and c" in the locale's own way. */
export function formatList(locale: string, items: readonly string[]): string {
  const list = cached(
    `l ${locale}`,
    () => new Intl.ListFormat(locale, { style: "long", type: "conjunction" }),
  );
  return list.format(items);
}
