import { describe, expect, it } from "vitest";
import { toBillingPeriod, toYearlyPrice } from "./billing-period";

describe("billing period", () => {
  it("knows Ion's words and takes what nobody knows for unknown", () => {
    expect(toBillingPeriod("MONTHLY")).toBe("monthly");
    expect(toBillingPeriod("BIANNUAL")).toBe("biannual");
    expect(toBillingPeriod("ONE_TIME")).toBe("one-time");
    for (const odd of [null, "", "HOURLY", "BILLING_PERIOD_UNSPECIFIED", "FORTNIGHTLY", "constructor"]) {
      expect(toBillingPeriod(odd)).toBe("unknown");
    }
  });

  it("brings prices to a year without losing a digit", () => {
    const price = { amount: "0.0013", currency: "USD" };
    expect(toYearlyPrice(price, "monthly")).toEqual({ amount: "0.0156", currency: "USD" });
    expect(toYearlyPrice(price, "biannual")).toEqual({ amount: "0.0026", currency: "USD" });
    expect(toYearlyPrice(price, "annual")).toEqual(price);
  });

  it("compares nothing that comes only once or at unknown times", () => {
    const price = { amount: "100.00", currency: "USD" };
    expect(toYearlyPrice(price, "one-time")).toBeNull();
    expect(toYearlyPrice(price, "unknown")).toBeNull();
    expect(toYearlyPrice(null, "monthly")).toBeNull();
  });
});
