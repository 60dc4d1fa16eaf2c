import { describe, expect, it } from "vitest";
import { monthlyPrice } from "./monthly-price";

const base = {
  seats: 25,
  unitPrice: { amount: "12.50", currency: "USD" },
  billingType: "license",
  billingCycle: "monthly",
};

describe("the price of a subscription in a month", () => {
  it("is the unit price times the seats", () => {
    expect(monthlyPrice(base)).toEqual({ amount: "312.5", currency: "USD" });
  });

  it("is a twelfth of what is billed once a year", () => {
    const yearly = { ...base, billingCycle: "Annual", unitPrice: { amount: "120", currency: "EUR" } };
    expect(monthlyPrice(yearly)).toEqual({ amount: "250", currency: "EUR" });
  });

  it("is unknown by use, without seats, price or a cycle of whole months", () => {
    for (const change of [
      { billingType: "usage" },
      { seats: null },
      { unitPrice: null },
      { billingCycle: "weekly" },
      { billingCycle: null },
    ]) {
      expect(monthlyPrice({ ...base, ...change })).toBeNull();
    }
  });
});
