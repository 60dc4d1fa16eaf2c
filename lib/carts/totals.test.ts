import { describe, expect, test } from "vitest";
import { cartTotals } from "./totals";

const usd = (amount: string) => ({ amount, currency: "USD" });
const eur = (amount: string) => ({ amount, currency: "EUR" });

describe("the totals of a cart", () => {
  test("no charges, no totals", () => {
    expect(cartTotals([])).toEqual([]);
  });

  test("decimals are added exactly: 0.10 and 0.20 are 0.30", () => {
    expect(
      cartTotals([
        { amount: usd("0.10"), period: "monthly" },
        { amount: usd("0.20"), period: "monthly" },
      ]),
    ).toEqual([{ amount: "0.3", currency: "USD", period: "monthly" }]);
  });

  test("currencies and billing periods are never added to each other; one-time amounts come last", () => {
    const totals = cartTotals([
      { amount: usd("99.00"), period: "one-time" },
      { amount: usd("1200.00"), period: "annual" },
      { amount: usd("10.00"), period: "monthly" },
      { amount: eur("7.50"), period: "monthly" },
      { amount: eur("2.50"), period: "monthly" },
    ]);
    expect(totals.map(({ amount, currency, period }) => `${amount} ${currency} ${period}`)).toEqual([
      "10 EUR monthly",
      "10 USD monthly",
      "1200 USD annual",
      "99 USD one-time",
    ]);
  });

  test("a person who may not see costs gets no cost, not even an empty one", () => {
    const [total] = cartTotals([{ amount: usd("10.00"), period: "monthly" }]);
    expect(Object.keys(total ?? {})).toEqual(["amount", "currency", "period"]);
  });

  test("margin is what stays of the price, with percent, and may be negative", () => {
    const [total] = cartTotals([
      { amount: usd("100.00"), period: "monthly", cost: usd("90.00") },
      { amount: usd("100.00"), period: "monthly", cost: usd("130.00") },
    ]);
    expect(total).toMatchObject({
      cost: usd("220"),
      margin: { amount: usd("-20"), percent: "-10.0" },
    });
  });

  test("one unknown cost makes cost and margin unknown", () => {
    const [total] = cartTotals([
      { amount: usd("100.00"), period: "monthly", cost: usd("90.00") },
      { amount: usd("100.00"), period: "monthly", cost: null },
    ]);
    expect(total).toMatchObject({ amount: "200", cost: null, margin: null });
  });

  test("a cost in another currency is not comparable, so the margin is unknown", () => {
    const [total] = cartTotals([{ amount: usd("100.00"), period: "monthly", cost: eur("90.00") }]);
    expect(total).toMatchObject({ cost: null, margin: null });
  });
});
