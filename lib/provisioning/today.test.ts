import { expect, it } from "vitest";
import { browserToday, latestDateOnEarth, utcDate } from "./today";

const evening = new Date("2026-03-01T20:30:00Z");

it("knows today in UTC and where the day is furthest", () => {
  expect(utcDate(evening)).toBe("2026-03-01");
  expect(latestDateOnEarth(evening)).toBe("2026-03-02");
});

it("lets a browser accept the server's date and its own", () => {
  const at = (minutes: number) => Object.assign(new Date(evening), { getTimezoneOffset: () => minutes });
  expect(browserToday(at(-14 * 60))).toBe("2026-03-02");
  expect(browserToday(at(12 * 60))).toBe("2026-03-01");
});
