import { describe, expect, it } from "vitest";
import { clampQuantity, comparePlans, planKey, plansToCompare, proposePlan } from "./compare-plans";
import { toProduct } from "./map-product";
import type { Plan } from "./schemas";
import { ionProduct, PROVIDERS, wirePlan, wireSku } from "./testing/ion-product";

function plans(...changes: Record<string, unknown>[]): Plan[] {
  const ion = ionProduct(
    {},
    { skus: [wireSku({ plans: changes.map((one, index) => wirePlan({ id: `p${index}`, ...one })) })] },
  );
  const context = { providerNames: PROVIDERS, categoryNames: new Map<string, string>(), withCost: false };
  return toProduct(ion, context).skus.flatMap((sku) => sku.plans);
}

function comparisons(all: Plan[]) {
  const map = comparePlans(all);
  return all.map((plan) => map.get(planKey(plan)));
}

describe("comparing plans", () => {
  it("marks the one that costs least in a year and says how much more the others cost", () => {
    const all = plans(
      { billingPeriod: "MONTHLY", pricebookPrice: 19.8 },
      { billingPeriod: "MONTHLY", pricebookPrice: 16.5 },
      { billingPeriod: "ANNUAL", pricebookPrice: 190 },
    );
    expect(comparisons(all)).toEqual([
      { isCheapest: false, more: { amount: "47.6", currency: "USD" } },
      { isCheapest: false, more: { amount: "8", currency: "USD" } },
      { isCheapest: true, more: null },
    ]);
  });

  it("leaves out what can't be ordered, is bought once, or is in another currency", () => {
    const all = plans(
      { pricebookPrice: 5 },
      { pricebookPrice: 1, productAvailability: false },
      { pricebookPrice: 1, billingPeriod: "ONE_TIME" },
      { pricebookPrice: 1, pricebookCurrency: "EUR" },
      { pricebookPrice: 6 },
    );
    const [first, unavailable, once, other, last] = comparisons(all);
    expect([first?.isCheapest, unavailable, once, other, last?.isCheapest]).toEqual([
      true,
      undefined,
      undefined,
      undefined,
      false,
    ]);
  });

  it("says nothing about a plan that stands alone", () => {
    expect(comparePlans(plans({})).size).toBe(0);
    expect(comparePlans([]).size).toBe(0);
  });
});

describe("the proposed plan", () => {
  it("is the only one that fits, else the only one there is", () => {
    const all = plans({ billingPeriod: "ANNUAL" }, { billingPeriod: "MONTHLY" });
    expect(proposePlan(all, (plan) => plan.billingPeriod === "monthly")?.planId).toBe("p1");
    expect(proposePlan(plans({}), () => false)?.planId).toBe("p0");
  });

  it("is none where terms and prices differ: nobody is committed for years by default", () => {
    expect(proposePlan(plans({}, { billingPeriod: "ANNUAL" }), () => true)).toBeUndefined();
    expect(proposePlan(plans({}, { billingPeriod: "ANNUAL" }), () => false)).toBeUndefined();
  });

  it("is never one that can't be ordered", () => {
    expect(proposePlan(plans({ productAvailability: false }), () => true)).toBeUndefined();
    expect(proposePlan(plans({ productAvailability: false }, {}), () => true)?.planId).toBe("p1");
  });
});

it("a quantity stays within what the plan allows", () => {
  expect(clampQuantity(1, { minQuantity: 100, maxQuantity: null })).toBe(100);
  expect(clampQuantity(500, { minQuantity: 1, maxQuantity: 300 })).toBe(300);
  expect(clampQuantity(25, { minQuantity: 1, maxQuantity: null })).toBe(25);
});

describe("plans side by side", () => {
  const skus = ["A", "B"].map((id) => ({
    plans: plans({}, {}, {}, {}, {}).map((plan) => ({ ...plan, skuId: id })),
  }));
  const keys = (keys: string[] | null, chosen?: string) =>
    plansToCompare(skus, { keys, chosen, most: 4 }).map(planKey);

  it("are those somebody asked for, each once, four at most, without those that are gone", () => {
    expect(keys(["B/p1", "A/p0", "B/p1", "gone/p9"])).toEqual(["B/p1", "A/p0"]);
    expect(keys(["A/p0", "A/p1", "A/p2", "A/p3", "A/p4"])).toHaveLength(4);
    expect(keys([])).toEqual([]);
  });

  it("are at first the chosen plan's neighbours, with the chosen plan among them", () => {
    expect(keys(null)).toEqual(["A/p0", "A/p1", "A/p2", "A/p3"]);
    expect(keys(null, "B/p4")).toEqual(["B/p0", "B/p1", "B/p2", "B/p4"]);
    expect(plansToCompare([], { keys: null, chosen: undefined, most: 4 })).toEqual([]);
  });
});
