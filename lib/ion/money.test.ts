import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { currencyDigits, toTotal, toUnitPrice } from "./money";

describe("toTotal", () => {
  it.each([
    ["621.9270629882812", "USD", "621.93"],
    ["150.92710876464844", "EUR", "150.93"],
    ["0.611111104", "USD", "0.61"],
    ["2.675", "USD", "2.68"],
    ["1.005", "USD", "1.01"],
    ["-2.675", "USD", "-2.68"],
    ["-0.001", "USD", "0.00"],
    ["1234.5", "JPY", "1235"],
    ["1.23456", "KWD", "1.235"],
    ["1e3", "USD", "1000.00"],
    ["4", "usd", "4.00"],
  ])("rounds %s %s half-up to %s", (digits, currency, amount) => {
    expect(toTotal(digits, currency)).toEqual({ amount, currency: currency.toUpperCase() });
  });

  it.each([
    [null, "USD"],
    ["", "USD"],
    ["12.00", null],
    ["12.00", " "],
    ["NaN", "USD"],
    ["Infinity", "USD"],
    ["0x10", "USD"],
    ["1,000.00", "USD"],
    ["1e999999999", "USD"],
  ])("is null, never zero, for %j %j", (digits, currency) => {
    expect(toTotal(digits, currency)).toBeNull();
  });
});

describe("toUnitPrice", () => {
  it.each([
    ["155.48175", "USD", "155.4818"],
    ["150.92710876464844", "USD", "150.9271"],
    ["12.5", "USD", "12.50"],
    ["12.50004", "USD", "12.50"],
    ["0.0004", "USD", "0.0004"],
    ["0.00004", "USD", "0.00"],
    ["100.5", "JPY", "100.5"],
    ["100", "JPY", "100"],
    ["1.5", "KWD", "1.500"],
  ])("keeps %s %s as %s", (digits, currency, amount) => {
    expect(toUnitPrice(digits, currency)).toEqual({ amount, currency });
  });
});

describe("amounts", () => {
  it("survive the trip through float32, which is how Ion holds them", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 99_999 }), (cents) => {
        const asIonSends = String(Math.fround(cents / 100));
        const expected = `${Math.floor(cents / 100)}.${String(cents % 100).padStart(2, "0")}`;
        expect(toTotal(asIonSends, "USD")?.amount).toBe(expected);
        expect(toUnitPrice(asIonSends, "USD")?.amount).toBe(expected);
      }),
    );
  });

  it("are plain decimals, whatever number text comes in", () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (number) => {
        const money = toUnitPrice(String(number), "USD");
        if (money) expect(money.amount).toMatch(/^-?\d+\.\d{2,4}$/);
      }),
    );
  });
});

describe("currencyDigits", () => {
  it("falls back to two for a code nobody knows", () => {
    expect(["USD", "JPY", "KWD", "??", ""].map(currencyDigits)).toEqual([2, 0, 3, 2, 2]);
  });
});
