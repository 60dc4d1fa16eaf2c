import { describe, expect, it } from "vitest";
import {
  formatAmount,
  formatDate,
  formatDateTime,
  formatElapsed,
  formatList,
  formatMoney,
  formatNumber,
  formatPercent,
  formatRelativeTime,
} from "@/lib/format";

const now = Date.parse("2026-03-14T12:00:00Z");
const plain = (text: string) => text.replaceAll(/[\u00a0\u202f]/g, " ");

describe("format", () => {
  it("writes the amount before the code, in the locale's digits", () => {
    expect(plain(formatMoney("en", { amount: "1412.5", currency: "USD" }))).toBe("1,412.50 USD");
    expect(plain(formatMoney("fr", { amount: "1412.5", currency: "EUR" }))).toBe("1 412,50 EUR");
  });

  it("gives each currency its own number of digits", () => {
    expect(formatAmount("en", { amount: "1200", currency: "JPY" })).toBe("1,200");
    expect(formatAmount("en", { amount: "1", currency: "KWD" })).toBe("1.000");
  });

  it("shows a unit price below the minor unit instead of nothing", () => {
    expect(formatAmount("en", { amount: "0.0013", currency: "USD" })).toBe("0.0013");
  });

  it("keeps digits that a float would lose", () => {
    expect(formatAmount("en", { amount: "9007199254740993.01", currency: "USD" })).toBe(
      "9,007,199,254,740,993.01",
    );
  });

  it("writes numbers, percentages and lists in the locale's way", () => {
    expect(formatNumber("en", 12400)).toBe("12,400");
    expect(formatPercent("en", "-12.5")).toBe("-12.5%");
    expect(plain(formatPercent("fr", "20"))).toBe("20 %");
    expect(formatList("fr", ["a", "b", "c"])).toBe("a, b et c");
  });

  it("names the zone of a deadline", () => {
    expect(formatDateTime("en-GB", "2026-03-14T08:30:00Z", "Europe/Paris")).toBe("14 Mar 2026, 09:30 CET");
  });

  it("keeps a plain day on its day in a zone behind UTC", () => {
    expect(formatDate("en-GB", "2026-03-14", "America/New_York")).toBe("14 Mar 2026");
    expect(formatDate("en-GB", "2026-03-14T02:00:00Z", "America/New_York")).toBe("13 Mar 2026");
  });

  it("shows text that is no date as it came", () => {
    expect(formatDate("en", "soon", "UTC")).toBe("soon");
    expect(formatRelativeTime("en", "soon", now)).toBe("soon");
  });

  it.each([
    ["2026-03-14T11:59:40Z", "now"],
    ["2026-03-14T11:59:05Z", "1 minute ago"],
    ["2026-03-14T11:57:00Z", "3 minutes ago"],
    ["2026-03-14T10:01:00Z", "1 hour ago"],
    ["2026-03-16T13:00:00Z", "in 2 days"],
    ["2026-03-13T11:00:00Z", "yesterday"],
    ["2025-12-01T12:00:00Z", "3 months ago"],
    ["2023-01-01T12:00:00Z", "3 years ago"],
  ])("says %s as %s", (iso, text) => {
    expect(formatRelativeTime("en", iso, now)).toBe(text);
  });

  it("says how long something takes in one short unit", () => {
    expect(formatElapsed("en", 3 * 60_000 + 20_000)).toBe("3 min");
    expect(plain(formatElapsed("fr", 2 * 3_600_000))).toBe("2 h");
    expect(formatElapsed("en", -5)).toBe("0 sec");
  });
});
