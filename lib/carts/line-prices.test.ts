import { describe, expect, test } from "vitest";
import { linePrices, type PriceSources } from "./line-prices";

const usd = (amount: string) => ({ amount, currency: "USD" });
const sources = (over: Partial<PriceSources>): PriceSources => ({
  period: "monthly",
  quantity: 25,
  usageBased: false,
  recurring: null,
  upfront: null,
  catalogPrice: null,
  setupFee: null,
  ...over,
});

describe("the price of a cart line", () => {
  test("Ion's recurring price is per unit and is multiplied before it is rounded", () => {
    const prices = linePrices(
      sources({ quantity: 4, recurring: usd("155.4818"), catalogPrice: usd("155.4818") }),
    );
    expect(prices).toEqual({
      unitPrice: usd("155.4818"),
      lineTotal: usd("621.93"),
      onceUnitPrice: null,
      onceTotal: null,
    });
  });

  test("an amount that is the catalog's price times the quantity is read as the line's", () => {
    const prices = linePrices(sources({ recurring: usd("412.50"), catalogPrice: usd("16.50") }));
    expect(prices).toMatchObject({ unitPrice: usd("16.50"), lineTotal: usd("412.50") });
  });

  test("a price that differs from the catalog's is Ion's unit price: that is what is charged", () => {
    const prices = linePrices(sources({ recurring: usd("17.00"), catalogPrice: usd("16.50") }));
    expect(prices).toMatchObject({ unitPrice: usd("17.00"), lineTotal: usd("425.00") });
  });

  test("another currency than the catalog's is never compared with it", () => {
    const eur = { amount: "412.50", currency: "EUR" };
    const prices = linePrices(sources({ recurring: eur, catalogPrice: usd("16.50") }));
    expect(prices.unitPrice).toEqual(eur);
  });

  test("a price that Ion leaves out comes from the catalog; where neither has it, it is unknown and not zero", () => {
    expect(linePrices(sources({ catalogPrice: usd("16.50") })).lineTotal).toEqual(usd("412.50"));
    expect(linePrices(sources({}))).toEqual({
      unitPrice: null,
      lineTotal: null,
      onceUnitPrice: null,
      onceTotal: null,
    });
  });

  test("a one-time plan costs once: Ion's empty upfront and zero recurring price are not its price", () => {
    const prices = linePrices(
      sources({ period: "one-time", quantity: 2, recurring: usd("0.00"), catalogPrice: usd("99.90") }),
    );
    expect(prices).toEqual({
      unitPrice: usd("99.90"),
      lineTotal: usd("199.80"),
      onceUnitPrice: null,
      onceTotal: null,
    });
  });

  test("a set-up fee comes once on top of the recurring price", () => {
    const prices = linePrices(
      sources({
        quantity: 2,
        recurring: usd("10.00"),
        catalogPrice: usd("10.00"),
        setupFee: usd("5.00"),
        upfront: usd("0.00"),
      }),
    );
    expect(prices).toEqual({
      unitPrice: usd("10.00"),
      lineTotal: usd("20.00"),
      onceUnitPrice: usd("5.00"),
      onceTotal: usd("10.00"),
    });
  });

  test("a plan billed by use has no price of its own", () => {
    const prices = linePrices(sources({ usageBased: true, quantity: 1, recurring: usd("0.00") }));
    expect(prices).toEqual({ unitPrice: null, lineTotal: null, onceUnitPrice: null, onceTotal: null });
  });

  test("yen have no digits after the point", () => {
    const yen = { amount: "1234.5", currency: "JPY" };
    const prices = linePrices(sources({ quantity: 3, recurring: yen, catalogPrice: yen }));
    expect(prices.lineTotal).toEqual({ amount: "3704", currency: "JPY" });
  });
});
