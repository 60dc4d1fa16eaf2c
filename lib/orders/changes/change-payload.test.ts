import { describe, expect, test } from "vitest";
import { autoRenewPayload, renewalSeatsPayload, seatsPayload } from "./change-payload";

const subscription = { productId: "p", skuId: "s", planId: "m", resourceId: "vendor-guid", seats: 12 };
const named = (name: string, value: string) => ({ name, value });

// CONTRACT.md section 4, rows 3 to 5.
describe("what a change sends", () => {
  test("seats now: the new total, and nothing about renewal", () => {
    expect(seatsPayload(subscription, 20)).toEqual({
      action: "UPDATE",
      productId: "p",
      skuId: "s",
      planId: "m",
      resourceId: "vendor-guid",
      quantity: 20,
      attributes: [named("operations", "updateSubscription")],
    });
  });

  test("seats at renewal: the next term's total, with the renewal setting", () => {
    const item = renewalSeatsPayload(subscription, { seats: 8, autoRenew: true });
    expect(item.quantity).toBe(8);
    expect(item.attributes).toEqual([
      named("operations", "updateSubscription"),
      named("renewalSetting", "auto-on"),
    ]);
  });

  test("renewal on or off: always the present number of seats", () => {
    const item = autoRenewPayload(subscription, false);
    expect(item.quantity).toBe(12);
    expect(item.attributes).toContainEqual(named("renewalSetting", "auto-off"));
  });
});
