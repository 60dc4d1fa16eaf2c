import { describe, expect, test } from "vitest";
import { subscriptionSchema } from "@/lib/ion/schemas/subscriptions";
import { prepareRow } from "@/lib/mirror/prepare-rows";
import { toSubscriptionRow } from "./map-subscription";
import { subscriptionMirror } from "./subscription-mirror";

const context = { providerNames: new Map<string, string>() };
const listed = {
  id: "501",
  customerId: "22",
  customerName: "Contoso",
  cloudProviderId: "3",
  cloudProviderName: "Microsoft",
  subscriptionId: "GUID-77",
  subscriptionName: "Offïce E3",
  ccpProductId: "P1",
  ccpSkuId: "S1",
  ccpPlanId: "L1",
  ccpProductInfo: { productDisplayName: "Office", skuDisplayName: "Office E3", planDisplayName: "Yearly" },
  subscriptionTotalLicenses: "25",
  subscriptionStatus: "active",
  subscriptionBillingType: "license",
  subscriptionBillingTerm: "P1M",
  subscriptionStartDate: "2026-01-01T00:00:00Z",
  subscriptionEndDate: "9999-12-31T00:00:00Z",
  renewalDate: "2027-01-01T00:00:00Z",
  cancellationAllowedUntilDate: "2026-01-08T00:00:00Z",
  lastUpdatedDate: "2026-01-02T00:00:00Z",
  currency: "USD",
  price: 12.5,
  cost: 10,
  customerPO: "PO 99",
};
const detail = {
  ...listed,
  attributes: [{ name: "OrderId", value: "7" }],
  activityLogs: { totalCount: "1", items: [{ id: "1", actionType: "CREATE" }] },
  customFields: { key: "department", value: "Sales" },
  resources: [{ id: "9" }],
};
const rowOf = (answer: object) => subscriptionMirror.toRow(subscriptionSchema.parse(answer), context);

describe("a mirrored subscription", () => {
  test("has the columns lists sort and filter by", () => {
    expect(rowOf(listed).columns).toMatchObject({
      id: "501",
      customerId: "22",
      name: "Offïce E3",
      sortName: "office e0000000003",
      status: "ACTIVE",
      state: "active",
      seats: 25,
      unitPrice: "12.50",
      cost: "10.00",
      currency: "USD",
      endsAt: "9999-12-31T00:00:00.000Z",
      renewsAt: "2027-01-01T00:00:00.000Z",
      cancellableUntil: "2026-01-08T00:00:00.000Z",
    });
  });

  test("is found by names, ids and purchase order", () => {
    const lines = rowOf(listed).columns.search.split("\n");
    for (const part of ["office e3", "yearly", "501", "guid-77", "s1", "po 99"])
      expect(lines).toContain(part);
  });

  test("keeps a line that reads as Ion's answer does, but for the customer's name", () => {
    const { customerName, ...row } = toSubscriptionRow(subscriptionSchema.parse(listed), "22", null);
    expect(customerName).toBe("Contoso");
    expect(rowOf(listed).columns.row).toEqual(row);
  });

  test("is the same row whether a list told of it or its own page", () => {
    const prepare = (answer: object) =>
      prepareRow(subscriptionMirror, subscriptionSchema.parse(answer), context, new Date());
    expect(prepare(detail).hash).toBe(prepare(listed).hash);
    expect(prepare({ ...listed, price: 13 }).hash).not.toBe(prepare(listed).hash);
  });

  test("can be read again from what is kept", () => {
    const { raw } = rowOf(listed).columns;
    expect(subscriptionMirror.fromRaw(JSON.parse(JSON.stringify(raw)))).toEqual(
      subscriptionSchema.parse(listed),
    );
  });

  test("without a customer belongs to nobody's list", () => {
    const { columns } = rowOf({ ...listed, customerId: undefined });
    expect(columns.customerId).toBeNull();
    expect(columns.row).toMatchObject({ customerId: null });
  });
});
