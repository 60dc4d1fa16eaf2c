import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  addMoney,
  CurrencyMismatchError,
  compareMoney,
  equalMoney,
  marginOf,
  multiplyMoney,
  roundMoney,
  subtractMoney,
  sumByCurrency,
  toMoney,
} from "@/lib/money";
import { isNegative, isZero, minorUnitDigits } from "@/lib/money-value";

const usd = (amount: string) => ({ amount, currency: "USD" });
const cents = fc.integer({ min: -10_000_000, max: 10_000_000 });
const fromCents = (value: number) => toMoney((value / 100).toFixed(2), "USD");

describe("money", () => {
  it("adds without the error of binary fractions", () => {
    expect(addMoney(usd("0.1"), usd("0.2"))).toEqual(usd("0.3"));
  });

  it("adds like whole cents, whatever the amounts", () => {
    fc.assert(
      fc.property(cents, cents, (a, b) => equalMoney(addMoney(fromCents(a), fromCents(b)), fromCents(a + b))),
    );
  });

  it("takes back what it added", () => {
    fc.assert(
      fc.property(cents, cents, (a, b) =>
        equalMoney(subtractMoney(addMoney(fromCents(a), fromCents(b)), fromCents(b)), fromCents(a)),
      ),
    );
  });

  it("keeps every digit of a small unit price over a large quantity", () => {
    expect(multiplyMoney(usd("0.000134567"), 5_000_000)).toEqual(usd("672.835"));
  });

  it("never adds two currencies to each other", () => {
    expect(() => addMoney(usd("1"), { amount: "1", currency: "EUR" })).toThrow(CurrencyMismatchError);
    expect(() => compareMoney(usd("1"), { amount: "1", currency: "EUR" })).toThrow(CurrencyMismatchError);
    expect(equalMoney(usd("1"), { amount: "1", currency: "EUR" })).toBe(false);
  });

  it("totals each currency by itself, in the order of their codes", () => {
    const amounts = [
      usd("1.10"),
      { amount: "5", currency: "EUR" },
      usd("2.20"),
      { amount: "-5", currency: "EUR" },
    ];
    expect(sumByCurrency(amounts)).toEqual([{ amount: "0", currency: "EUR" }, usd("3.3")]);
    expect(sumByCurrency([])).toEqual([]);
  });

  it("compares by value, not by spelling", () => {
    expect(compareMoney(usd("10"), usd("9.99"))).toBe(1);
    expect(compareMoney(usd("1.50"), usd("1.5"))).toBe(0);
    expect(compareMoney(usd("-1"), usd("0"))).toBe(-1);
    expect(equalMoney(usd("1.50"), usd("1.5"))).toBe(true);
  });

  it("knows what is negative and what is nothing", () => {
    expect([
      isNegative(usd("-0.01")),
      isNegative(usd("0")),
      isZero(usd("0.00")),
      isZero(usd("0.01")),
    ]).toEqual([true, false, true, false]);
  });

  it("rounds halves away from zero to the minor unit of the currency", () => {
    expect(roundMoney(usd("1.005"))).toEqual(usd("1.01"));
    expect(roundMoney(usd("-1.005"))).toEqual(usd("-1.01"));
    expect(roundMoney({ amount: "99.5", currency: "JPY" })).toEqual({ amount: "100", currency: "JPY" });
    expect(minorUnitDigits("KWD")).toBe(3);
  });

  it("says the margin in money and in percent of the price", () => {
    expect(marginOf(usd("12.50"), usd("10.00"))).toEqual({ amount: usd("2.5"), percent: "20.0" });
    expect(marginOf(usd("8"), usd("10"))).toEqual({ amount: usd("-2"), percent: "-25.0" });
    expect(marginOf(usd("0"), usd("0")).percent).toBeNull();
  });

  it("reads amounts in the spellings they come in and refuses what is no amount", () => {
    expect(toMoney(" 1.50 ", "usd")).toEqual(usd("1.5"));
    expect(toMoney("1e-7", "USD")).toEqual(usd("0.0000001"));
    expect(toMoney(25, "USD")).toEqual(usd("25"));
    expect(() => toMoney("twelve", "USD")).toThrow();
    expect(() => toMoney("NaN", "USD")).toThrow();
    expect(() => toMoney("1", "US dollars")).toThrow();
    expect(() => toMoney(0.1 + 0.2, "USD")).toThrow(RangeError);
    expect(() => multiplyMoney(usd("1"), 1.5)).toThrow(RangeError);
  });
});
