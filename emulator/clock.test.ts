import { expect, test } from "vitest";
import { addMonths, type ClockState, createClock, toIso } from "./clock";

test.each([
  ["2026-01-31T10:00:00Z", 1, "2026-02-28T10:00:00Z"],
  ["2024-01-31T10:00:00Z", 1, "2024-02-29T10:00:00Z"],
  ["2026-03-31T00:00:00Z", 1, "2026-04-30T00:00:00Z"],
  ["2026-11-30T23:59:59Z", 3, "2027-02-28T23:59:59Z"],
  ["2026-05-15T00:00:00Z", 36, "2029-05-15T00:00:00Z"],
  ["2026-05-15T00:00:00Z", -2, "2026-03-15T00:00:00Z"],
])("%s and %i months is %s", (from, months, expected) => {
  expect(toIso(addMonths(Date.parse(from), months))).toBe(expected);
});

test("advances, freezes where it is, runs on from there, and remembers each change", () => {
  const remembered: ClockState[] = [];
  const clock = createClock({ offsetMs: 0, frozenAtMs: null }, (state) => remembered.push(state));
  clock.set(Date.parse("2030-01-01T00:00:00Z"));
  clock.freeze(true);
  clock.set(Date.parse("2030-01-01T00:00:00Z"));
  clock.advance(90);
  expect(clock.iso()).toBe("2030-01-01T00:01:30Z");
  clock.freeze(false);
  expect(clock.now() - Date.parse("2030-01-01T00:01:30Z")).toBeLessThan(2_000);
  const restarted = createClock(remembered.at(-1) ?? { offsetMs: 0, frozenAtMs: null }, () => undefined);
  expect(Math.abs(restarted.now() - clock.now())).toBeLessThan(2_000);
});
