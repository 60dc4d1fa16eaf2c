import { describe, expect, test } from "vitest";
import { withAddOn, withoutItem, withQuantity } from "./optimistic";
import { cart, item, usd } from "./testing/cart-samples";

describe("what the page shows until Ion has taken a change", () => {
  test("a quantity moves line, add-on, margin and totals with it", () => {
    const before = cart([
      item({
        id: "1",
        quantity: 10,
        unitPrice: usd("16.50"),
        unitCost: usd("12.00"),
        onceUnitPrice: usd("2"),
        addOn: {
          addOnId: "a",
          planId: "a-m",
          name: "Archiving",
          quantity: 10,
          period: "monthly",
          unitPrice: usd("3.00"),
          lineTotal: usd("30.00"),
          onceUnitPrice: null,
          onceTotal: null,
          unitCost: usd("2.50"),
          lineCost: usd("25.00"),
        },
      }),
    ]);
    const after = withQuantity(before, "1", 25);
    expect(after.items[0]).toMatchObject({
      quantity: 25,
      lineTotal: usd("412.50"),
      onceTotal: usd("50.00"),
      lineCost: usd("300.00"),
      margin: { amount: usd("112.5"), percent: "27.3" },
      addOn: { quantity: 25, lineTotal: usd("75.00"), lineCost: usd("62.50") },
    });
    expect(after.totals).toMatchObject([
      { amount: "487.5", period: "monthly", cost: usd("362.5") },
      { amount: "50", period: "one-time", cost: null },
    ]);
    expect(before.items[0]?.quantity).toBe(10);
  });

  test("somebody who sees no costs gets none by changing a quantity", () => {
    const after = withQuantity(cart([item({ id: "1", unitPrice: usd("1.00") })]), "1", 3);
    expect(JSON.stringify(after)).not.toMatch(/cost|margin/i);
  });

  test("an unknown price stays unknown", () => {
    const after = withQuantity(cart([item({ id: "1", unitPrice: null })]), "1", 3);
    expect(after.items[0]?.lineTotal).toBeNull();
    expect(after.totals).toEqual([]);
  });

  test("a removed line leaves items and totals", () => {
    const before = cart([
      item({ id: "1", unitPrice: usd("1.00"), quantity: 1 }),
      item({ id: "2", unitPrice: usd("2.00"), quantity: 1 }),
    ]);
    const after = withoutItem(withQuantity(before, "2", 2), "1");
    expect(after.items.map(({ id }) => id)).toEqual(["2"]);
    expect(after.totals).toMatchObject([{ amount: "4" }]);
  });

  test("an add-on is priced for the line's quantity, and taken off again", () => {
    const offered = {
      addOnId: "a",
      planId: "a-m",
      name: "Archiving",
      description: null,
      period: "monthly" as const,
      unitPrice: usd("3.00"),
      orderable: true,
    };
    const before = withQuantity(
      cart([item({ id: "1", unitPrice: usd("1.00"), availableAddOns: [offered] })]),
      "1",
      5,
    );
    const after = withAddOn(before, "1", "a-m");
    expect(after.items[0]?.addOn).toMatchObject({ quantity: 5, lineTotal: usd("15.00") });
    expect(after.totals).toMatchObject([{ amount: "20" }]);
    expect(withAddOn(after, "1", null).totals).toMatchObject([{ amount: "5" }]);
  });
});
