import { expect, test } from "vitest";
import { fixedRange, relativeRange } from "./date-range";

// A Wednesday in the second quarter.
const NOW = Date.parse("2026-05-13T15:30:00Z");
const day = (text: string) => Date.parse(`${text}T00:00:00Z`);

test.each([
  ["TODAY", "2026-05-13", "2026-05-14"],
  ["WEEK_TO_DATE", "2026-05-11", "2026-05-14"],
  ["LAST_WEEK", "2026-05-04", "2026-05-11"],
  ["MONTH_TO_DATE", "2026-05-01", "2026-05-14"],
  ["LAST_MONTH", "2026-04-01", "2026-05-01"],
  ["TWO_MONTHS_AGO", "2026-03-01", "2026-04-01"],
  ["QUARTER_TO_DATE", "2026-04-01", "2026-05-14"],
  ["LAST_QUARTER", "2026-01-01", "2026-04-01"],
  ["YEAR_TO_DATE", "2026-01-01", "2026-05-14"],
  ["LAST_YEAR", "2025-01-01", "2026-01-01"],
  ["Two_months_ago", "2026-03-01", "2026-04-01"],
])("%s is %s to %s", (name, from, to) => {
  expect(relativeRange(name, NOW)).toEqual({ from: day(from), to: day(to) });
});

test.each(["CUSTOM", "UNKNOWN_RELATIVE_DATE_RANGE", "", "NEXT_YEAR"])("%s filters nothing", (name) => {
  expect(relativeRange(name, NOW)).toBeUndefined();
});

test("a fixed range is two times, one of them, or both in one value with one-digit months", () => {
  expect(fixedRange("2026-01-01T00:00:00Z", "2026-02-01T00:00:00Z")).toEqual({
    from: day("2026-01-01"),
    to: day("2026-02-01") + 1,
  });
  expect(fixedRange("2026-01-01T00:00:00Z", undefined)?.from).toBe(day("2026-01-01"));
  expect(fixedRange(undefined, "2023-9-17T09:48:16Zto2023-10-17T09:48:16Z")).toEqual({
    from: Date.parse("2023-09-17T09:48:16Z"),
    to: Date.parse("2023-10-17T09:48:16Z") + 1,
  });
  expect(fixedRange(undefined, undefined)).toBeUndefined();
});
