import { describe, expect, test } from "vitest";
import { subscriptionSchema as ionSchema } from "@/lib/ion/schemas/subscriptions";
import { toSubscription, toSubscriptionRow } from "./map-subscription";
import { subscriptionRowSchema } from "./subscription-schemas";
import { KNOWN_STATUSES, statusWord } from "./subscription-status";

const now = Date.parse("2026-03-05T00:00:00Z");
const ion = (more: Record<string, unknown> = {}) =>
  ionSchema.parse({
    id: "501",
    customerId: "22",
    subscriptionId: "0e1c1e9e-7d7b-4f0a-b1c7-111111111111",
    subscriptionName: "Office 365 E1",
    subscriptionTotalLicenses: "25",
    subscriptionStatus: "active",
    subscriptionBillingTerm: "P1Y",
    subscriptionBillingCycle: "monthly",
    currency: "USD",
    price: 10.5,
    cost: 8.4,
    margin: 2.1,
    ...more,
  });
const map = (more: Record<string, unknown> = {}, mayCost = true) =>
  toSubscription(ion(more), "22", "Contoso", { nowMs: now, mayCost });

describe("a subscription", () => {
  test("as a row of the list is what the browser expects", () => {
    expect(subscriptionRowSchema.parse(toSubscriptionRow(ion(), "22", "Contoso"))).toMatchObject({
      id: "501",
      name: "Office 365 E1",
      seats: 25,
      state: "active",
      status: "ACTIVE",
      unitPrice: { amount: "10.50", currency: "USD" },
      term: { count: 1, unit: "year" },
    });
  });

  test("is never without a name", () => {
    const unnamed = { subscriptionName: undefined };
    expect(map({ ...unnamed, ccpProductInfo: { skuDisplayName: "E1" } }).name).toBe("E1");
    expect(map({ ...unnamed, ccpSkuId: "Office-365-E1" }).name).toBe("Office-365-E1");
    expect(map(unnamed).name).toBe("501");
  });

  test("reads each term in words a person uses, and leaves others as Ion wrote them", () => {
    const term = (text: string | undefined) => map({ subscriptionBillingTerm: text }).term;
    expect(term("P1M")).toEqual({ count: 1, unit: "month" });
    expect(term("P3Y")).toEqual({ count: 3, unit: "year" });
    expect(term("P30D")).toEqual({ count: 30, unit: "day" });
    expect(term("Monthly")).toBeNull();
    expect(map({ subscriptionBillingTerm: "Monthly" }).termText).toBe("Monthly");
    expect(term("P1Y6M")).toBeNull();
    expect(term(undefined)).toBeNull();
  });

  test("is cancellable until exactly what Ion says; without a date it is unknown, never worked out", () => {
    const cancellation = (until: string | undefined) =>
      map({ cancellationAllowedUntilDate: until, subscriptionStartDate: "2026-03-01T00:00:00Z" })
        .cancellation;
    expect(cancellation("2026-03-08T12:30:00Z")).toEqual({
      state: "open",
      until: "2026-03-08T12:30:00.000Z",
    });
    expect(cancellation("2026-03-04T12:30:00Z")).toMatchObject({ state: "past" });
    expect(cancellation(undefined)).toEqual({ state: "unknown", until: null });
    expect(cancellation("0001-01-01T00:00:00Z")).toEqual({ state: "unknown", until: null });
    expect(cancellation("2023-14-17T00:00:00Z")).toEqual({ state: "unknown", until: null });
  });

  test("without an end has none; one that never renews shows no renewal", () => {
    expect(map({ subscriptionEndDate: "9999-12-31T00:00:00Z" })).toMatchObject({
      endsAt: null,
      endless: true,
    });
    expect(map({ renewalDate: "9999-12-31T00:00:00Z" }).renewsAt).toBeNull();
    expect(map({ subscriptionEndDate: undefined })).toMatchObject({ endsAt: null, endless: false });
  });

  test("says whether it renews, and that it does not know", () => {
    expect(map({ autoRenew: "true" }).autoRenew).toBe(true);
    expect(map({ subscriptionRenewStatus: "DISABLED" }).autoRenew).toBe(false);
    expect(map().autoRenew).toBeNull();
  });

  test("shows cost, margin and list price only to those who may see them", () => {
    expect(map({ msrp: 12 })).toMatchObject({
      cost: { amount: "8.40" },
      margin: { amount: { amount: "2.10" }, percent: "20.0" },
      listPrice: { amount: "12.00" },
    });
    const blind = map({ msrp: 12 }, false);
    for (const field of ["cost", "margin", "listPrice"]) expect(blind).not.toHaveProperty(field);
    expect(map({ price: 8, cost: 10, margin: undefined }).margin).toEqual({
      amount: { amount: "-2", currency: "USD" },
      percent: "-25.0",
    });
    expect(map({ cost: undefined, margin: undefined }).margin).toBeNull();
  });

  test("leads to its order only by a number that can be one", () => {
    const attributes = (value: string) => ({ attributes: [{ name: "OrderId", value }] });
    expect(map(attributes("287242")).orderId).toBe("287242");
    expect(map(attributes("../../admin")).orderId).toBeNull();
    expect(map().orderId).toBeNull();
  });

  test("keeps secrets and inner workings out of what else Ion says", () => {
    const { attributes, tenant, customFields } = map({
      attributes: [
        { name: "CustomerTenantId", value: "t-1" },
        { name: "ProcessId", value: "p-1" },
        { name: "CostCenter", value: "42" },
        { name: "adminPassword", value: "hunter2" },
        { name: "Empty" },
      ],
      customFields: { apiSecret: "x", department: "Sales" },
    });
    expect(tenant.id).toBe("t-1");
    expect(attributes).toEqual([{ name: "CostCenter", value: "42" }]);
    expect(customFields).toEqual([{ name: "department", value: "Sales" }]);
  });

  test("lists its activity newest first, and its parts by what is known of them", () => {
    const mapped = map({
      activityLogs: {
        items: [
          {
            id: "1",
            actionType: "create",
            actionDate: "2026-01-01T00:00:00Z",
            quantity: "5",
            ccpUserName: "Ann",
          },
          { id: "2", actionType: "update", actionDate: "2026-02-01T00:00:00Z", actionDetails: { a: 1 } },
        ],
      },
      resources: [
        { subscriptionId: "r-1", subscriptionName: "Azure", subscriptionStatus: "active" },
        { x: 1 },
        7,
      ],
    });
    expect(mapped.activity.map(({ key }) => key)).toEqual(["2", "1"]);
    expect(mapped.activity[1]).toMatchObject({ action: "create", seats: 5, by: "Ann", details: null });
    expect(mapped.resources).toEqual([{ key: "r-1", name: "Azure", status: "ACTIVE", seats: null }]);
  });
});

test("every status Ion documents has its word, in either case and spelling", () => {
  for (const status of KNOWN_STATUSES) expect(statusWord(status.toLowerCase())).toBe(status);
  expect(statusWord("canceled")).toBe("CANCELLED");
  expect(statusWord("WQM_HOLD")).toBeNull();
  expect(statusWord(null)).toBeNull();
});
