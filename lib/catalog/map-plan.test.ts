import { describe, expect, it } from "vitest";
import { toProduct } from "./map-product";
import type { Plan } from "./schemas";
import { ionProduct, PROVIDERS, wirePlan, wireSku } from "./testing/ion-product";

const context = { providerNames: PROVIDERS, categoryNames: new Map<string, string>(), withCost: true };

/** The only plan of a product whose wire form is changed as given. */
function planOf({
  plan = {},
  sku = {},
  product = {},
  definition = {},
  withCost = true,
}: {
  plan?: Record<string, unknown>;
  sku?: Record<string, unknown>;
  product?: Record<string, unknown>;
  definition?: Record<string, unknown>;
  withCost?: boolean;
} = {}): Plan {
  const ion = ionProduct(product, { skus: [wireSku({ plans: [wirePlan(plan)], ...sku })], ...definition });
  const found = toProduct(ion, { ...context, withCost }).skus[0]?.plans[0];
  if (!found) throw new Error("no plan");
  return found;
}

describe("a plan", () => {
  it("names product, SKU and plan, with its term, period and limits", () => {
    expect(planOf()).toMatchObject({
      productId: "OFFICE365NCE--smpnce",
      skuId: "Office-365-E1-n1",
      planId: "Annual-Monthly-n1",
      skuName: "Office 365 E1",
      mfgPartNumber: "CFQ7TTC0LF8Q:0001:P1Y:M",
      vendorSkuId: "US,CFQ7TTC0LF8Q,0001",
      billingPeriod: "monthly",
      term: "P1Y",
      minQuantity: 1,
      maxQuantity: 300,
      cancelTiming: "end-of-term",
      orderable: { ok: true },
    });
  });

  it("has the price book's price, the master price book's as cost, and the published one as list price", () => {
    expect(planOf()).toMatchObject({
      currency: "USD",
      price: { amount: "16.50", currency: "USD" },
      yearlyPrice: { amount: "198", currency: "USD" },
      cost: { amount: "14.10", currency: "USD" },
      margin: { amount: { amount: "2.4", currency: "USD" }, percent: "14.5" },
      msrp: { amount: "18.00", currency: "USD" },
    });
  });

  it("says nothing of cost, margin and list price to people who may not see them", () => {
    const plan = planOf({ withCost: false });
    expect(plan.price).toEqual({ amount: "16.50", currency: "USD" });
    expect(Object.keys(plan)).not.toEqual(expect.arrayContaining(["cost"]));
    expect(JSON.stringify(plan)).not.toMatch(/cost|margin|msrp|14\.1|18\.0/);
  });

  it("shows a negative margin as it is", () => {
    expect(planOf({ plan: { pricebookPrice: 10 } }).margin).toEqual({
      amount: { amount: "-4.1", currency: "USD" },
      percent: "-41.0",
    });
  });

  it("falls back to the published price in the price book's currency", () => {
    const plan = planOf({ plan: { pricebookPrice: undefined, pricebookCurrency: undefined } });
    // Two published currencies and nothing that says which: unknown, not a guess.
    expect(plan.price).toBeNull();
    expect(plan.orderable).toEqual({ ok: false, reason: "no-price" });
    const phases = [{ type: "UNLIMITED_PHASE", recurringPrice: { EUR: 17 } }];
    const single = planOf({
      plan: {
        pricebookPrice: undefined,
        pricebookMasterPrice: undefined,
        pricebookCurrency: undefined,
        phases,
      },
    });
    expect(single.price).toEqual({ amount: "17.00", currency: "EUR" });
    expect(single.orderable).toEqual({ ok: true });
  });

  it("never takes a missing price for zero, and a zero price for missing", () => {
    const phases = [{ type: "UNLIMITED_PHASE" }];
    const missing = planOf({ plan: { pricebookPrice: undefined, phases } });
    expect(missing.price).toBeNull();
    expect(missing.orderable).toEqual({ ok: false, reason: "no-price" });
    const free = planOf({ plan: { pricebookPrice: 0, phases } });
    expect(free.price).toEqual({ amount: "0.00", currency: "USD" });
    expect(free.orderable).toEqual({ ok: true });
  });

  it.each([
    ["disabled", { product: { disabled: true } }],
    ["sku-disabled", { sku: { disabled: true } }],
    ["not-in-price-book", { plan: { productAvailability: false } }],
    ["not-in-price-book", { plan: { productAvailability: undefined }, sku: { productAvailability: false } }],
  ])("can't be ordered: %s", (reason, changes) => {
    expect(planOf(changes).orderable).toEqual({ ok: false, reason });
  });

  it("is not priced by the published price when it is not in the price book", () => {
    const plan = planOf({ plan: { productAvailability: false, pricebookPrice: undefined } });
    expect(plan.price).toBeNull();
  });

  it("takes its SKU's price book entry only where the SKU has no other plan", () => {
    const bare = { pricebookPrice: undefined, productAvailability: undefined, phases: [] };
    const priced = { pricebookPrice: 9, pricebookCurrency: "USD", productAvailability: true };
    expect(planOf({ plan: bare, sku: priced }).price).toEqual({ amount: "9.00", currency: "USD" });
    const two = [wirePlan(bare), wirePlan({ ...bare, id: "Other" })];
    expect(planOf({ sku: { ...priced, plans: two } }).price).toBeNull();
  });

  it("shows trial and discount before the price proper, and a setup fee beside it", () => {
    const plan = planOf({
      plan: {
        phases: [
          { type: "TRIAL_PHASE", duration: { unit: "MONTH", count: 1 } },
          { type: "DISCOUNT_PHASE", duration: { unit: "MONTH", count: 3 }, recurringPrice: { USD: 9.9 } },
          { type: "UNLIMITED_PHASE", recurringPrice: { USD: 18 }, fixedPrice: { USD: 50 } },
        ],
        pricebookDetails: {},
      },
    });
    expect(plan.introductions).toEqual([
      { kind: "trial", duration: "P1M", price: null },
      { kind: "discount", duration: "P3M", price: { amount: "9.90", currency: "USD" } },
    ]);
    expect(plan.setupFee).toEqual({ amount: "50.00", currency: "USD" });
    expect(plan.term).toBeNull();
  });

  it("is priced by tiers when billed by use; 0 is then no price", () => {
    const plan = planOf({
      plan: {
        pricebookPrice: 0,
        pricebookMasterPrice: 0,
        phases: [{ type: "UNLIMITED_PHASE", recurringPrice: { USD: 0 }, usages: ["storage"] }],
      },
      definition: {
        usageUnits: [{ id: "gb", displayName: "Storage", unitDisplayName: "GB stored" }, "nonsense"],
        usages: [
          {
            id: "storage",
            type: "USAGE_TYPE_CONSUMABLE",
            consumable: {
              unit: "gb",
              chargeMode: "ALL_TIERS",
              tiers: [
                { displayName: "First 100", price: { USD: 0.05 }, max: "100" },
                { displayName: "Above", price: { USD: 0.0375 }, max: "-1" },
              ],
            },
          },
        ],
      },
    });
    expect(plan).toMatchObject({ usageBased: true, price: null, cost: null, orderable: { ok: true } });
    expect(plan.usages).toEqual([
      {
        id: "storage",
        unit: "GB stored",
        charging: "graduated",
        tiers: [
          { name: "First 100", from: 1, to: 100, price: { amount: "0.05", currency: "USD" } },
          { name: "Above", from: 101, to: null, price: { amount: "0.0375", currency: "USD" } },
        ],
      },
    ]);
  });

  it("takes the vendor's plan id for a part number only when it has the form of one", () => {
    expect(planOf({ plan: { pricebookDetails: {} } }).mfgPartNumber).toBeNull();
    const plan = planOf({ plan: { pricebookDetails: {}, productId: "CFQ7TTC0LH18:0001:P3Y:Y" } });
    expect(plan.mfgPartNumber).toBe("CFQ7TTC0LH18:0001:P3Y:Y");
    expect(plan.term).toBe("P3Y");
  });

  it("of an add-on needs a base", () => {
    const ion = ionProduct({}, { addOns: [{ id: "audio", displayName: "Audio", plans: [wirePlan()] }] });
    expect(toProduct(ion, context).addOns[0]?.plans[0]?.orderable).toEqual({
      ok: false,
      reason: "needs-base",
    });
  });
});
