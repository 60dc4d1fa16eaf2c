import { addMonths, DAY_MS } from "../clock";

/** Start and end in milliseconds, end exclusive. */
export type Range = { from: number; to: number };

/**
 * A relative range of CONTRACT.md section 3 at this moment, in UTC days; undefined for CUSTOM, UNKNOWN and names that
 * do not exist, which filter nothing.
 */
export function relativeRange(name: string, nowMs: number): Range | undefined {
  const now = new Date(nowMs);
  const [year, month] = [now.getUTCFullYear(), now.getUTCMonth()];
  const day = Date.UTC(year, month, now.getUTCDate());
  const monthStart = Date.UTC(year, month, 1);
  const quarterStart = Date.UTC(year, month - (month % 3), 1);
  const yearStart = Date.UTC(year, 0, 1);
  // Weeks start on Monday.
  const weekStart = day - ((now.getUTCDay() + 6) % 7) * DAY_MS;
  const ranges: Record<string, Range> = {
    TODAY: { from: day, to: day + DAY_MS },
    WEEK_TO_DATE: { from: weekStart, to: day + DAY_MS },
    LAST_WEEK: { from: weekStart - 7 * DAY_MS, to: weekStart },
    MONTH_TO_DATE: { from: monthStart, to: day + DAY_MS },
    LATEST_MONTH: { from: monthStart, to: day + DAY_MS },
    LAST_MONTH: { from: addMonths(monthStart, -1), to: monthStart },
    TWO_MONTHS_AGO: { from: addMonths(monthStart, -2), to: addMonths(monthStart, -1) },
    QUARTER_TO_DATE: { from: quarterStart, to: day + DAY_MS },
    LAST_QUARTER: { from: addMonths(quarterStart, -3), to: quarterStart },
    YEAR_TO_DATE: { from: yearStart, to: day + DAY_MS },
    LAST_YEAR: { from: addMonths(yearStart, -12), to: yearStart },
  };
  return ranges[name.toUpperCase()];
}

/**
 * A fixed range from two ISO times, or from one value that holds both as the guide's example writes them
 * (`2023-9-17T09:48:16Zto2023-10-17T09:48:16Z`, CONTRACT.md section 6, D35). Parts that are not dates filter nothing.
 */
export function fixedRange(start: string | undefined, end: string | undefined): Range | undefined {
  const both = [start, end].find((value) => value?.includes("Zto"))?.split("Zto");
  const [from, to] = both ? [`${both[0]}Z`, both[1]] : [start, end];
  if (from === undefined && to === undefined) return undefined;
  return { from: instant(from) ?? 0, to: (instant(to) ?? Number.MAX_SAFE_INTEGER - 1) + 1 };
}

/** Accepts one-digit months and days too. */
export function instant(text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  const padded = text.replace(/^(\d{4})-(\d{1,2})-(\d{1,2})/, (_, y: string, m: string, d: string) =>
    [y, m.padStart(2, "0"), d.padStart(2, "0")].join("-"),
  );
  const value = Date.parse(padded);
  return Number.isNaN(value) ? undefined : value;
}
