import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { z } from "zod";
import { standardErrorBody } from "./testing/answers/errors";
import { type subscriptionBody, subscriptionDetail, subscriptionList } from "./testing/answers/subscriptions";
import { customerWithSubscription, newCustomer } from "./testing/orders";
import { A, startTestEmulator, type TestEmulator } from "./testing/test-emulator";

let ion: TestEmulator;
beforeAll(async () => {
  ion = await startTestEmulator();
});
afterAll(() => ion.close());

type Subscription = z.infer<typeof subscriptionBody>;

async function list(query = ""): Promise<{ items: Subscription[]; total: number }> {
  const body = subscriptionList.parse((await ion.get(`${A}/subscriptions?${query}`)).body);
  expect(body.paginationResponse.totalSize).toBe(Number(body.totalCount));
  return { items: body.items, total: Number(body.totalCount) };
}

describe("list", () => {
  test("answers at most 100 without a limit and pages by offset to the end, each once", async () => {
    const first = await list();
    expect(first.items).toHaveLength(100);
    const seen: string[] = [];
    while (seen.length < first.total) {
      const { items } = await list(`pagination.limit=40&pagination.offset=${seen.length}`);
      seen.push(...items.map((one) => one.id));
    }
    expect(new Set(seen).size).toBe(first.total);
    expect((await list(`pagination.offset=${first.total}`)).items).toEqual([]);
  });

  test("has no visible order unless sortBy is given", async () => {
    const unsorted = (await list()).items.map((one) => Number(one.id));
    expect(unsorted).not.toEqual([...unsorted].sort((one, other) => one - other));
    const ends = (await list("pagination.sortBy=subscriptionEndDate")).items.map(
      (one) => one.subscriptionEndDate,
    );
    expect(ends).toEqual([...ends].sort());
    const names = (await list("pagination.sortBy=customerName&pagination.sortOrder=desc")).items.map(
      (one) => one.customerName,
    );
    expect(names[0]?.localeCompare(names.at(-1) ?? "")).toBeGreaterThan(0);
    expect((await ion.get(`${A}/subscriptions?pagination.sortBy=colour`)).status).toBe(400);
    expect((await ion.get(`${A}/subscriptions?pagination.sortOrder=UP`)).status).toBe(400);
    expect((await ion.get(`${A}/subscriptions?pagination.limit=many`)).status).toBe(400);
  });

  test("the seed has a subscription in every status", async () => {
    const statuses = [
      "ACCEPTED",
      "ACTIVE",
      "AVAILABLE",
      "CANCELLED",
      "COMPLETE",
      "CONFIRMED",
      "DELETED",
      "DISABLED",
      "ENABLED",
      "ERROR",
      "EXPIRED",
      "FAILED",
      "INITIATED",
      "IN_PROGRESS",
      "PAUSED",
      "PENDING",
      "RUNNING",
      "STOPPED",
      "SUSPENDED",
    ];
    for (const status of statuses) {
      const { items } = await list(`subscriptionStatus=${status}`);
      expect([status, items.length > 0]).toEqual([status, true]);
      expect(items.every((one) => one.subscriptionStatus.toUpperCase() === status)).toBe(true);
    }
  });

  test.each<[string, (one: Subscription) => boolean]>([
    ["providerId=30", (one) => one.cloudProviderId === "30"],
    ["billingTerm=P1Y", (one) => one.subscriptionBillingTerm === "P1Y"],
    ["billingTerm=Monthly", (one) => one.subscriptionBillingTerm === "P1M"],
    ["billingCycle=annual", (one) => one.subscriptionBillingCycle === "annual"],
    [
      "ccpProductId=Microsoft365EandFNCE-demonce",
      (one) => one.ccpProductId === "Microsoft365EandFNCE-demonce",
    ],
    ["providerProductId=CFQ7TTC0LH18", (one) => one.subscriptionProductId === "CFQ7TTC0LH18"],
    ["resourceType=AZURE::Subscription", (one) => one.resourceType === "AZURE::Subscription"],
    ["cloudProviderName=azure", (one) => one.cloudProviderName === "Azure"],
    ["subscriptionName=business", (one) => /business/i.test(one.subscriptionName)],
    ["accountName=northwind", (one) => /northwind/i.test(one.partnerName)],
    ["pagination.filter=Microsoft", (one) => /microsoft/i.test(one.subscriptionName + one.customerName)],
    [
      "pagination.filter=E3",
      (one) => /e3/i.test(one.subscriptionName + one.customerName + one.subscriptionId),
    ],
    ["totalLicense=1", (one) => one.subscriptionTotalLicenses === "1"],
    ["resellerId=10001", (one) => one.resellerId === "10001"],
    ["startDateRange.relativeDateRange=LAST_YEAR", (one) => one.subscriptionStartDate.startsWith("2025")],
    [
      "endDateRange.relativeDateRange=CUSTOM&endDateRange.fixedDateRange.startDate=2026-04-01T00:00:00Z&endDateRange.fixedDateRange.endDate=2026-06-30T00:00:00Z",
      (one) => one.subscriptionEndDate >= "2026-04-01" && one.subscriptionEndDate <= "2026-06-30T00:00:00Z",
    ],
    [
      "startDateRange.fixedDateRange.endDate=2025-1-1T00:00:00Zto2025-12-31T00:00:00Z",
      (one) => one.subscriptionStartDate.startsWith("2025"),
    ],
  ])("filters by %s", async (filter, matches) => {
    const { items, total } = await list(filter);
    expect(total).toBeGreaterThan(0);
    expect(items.filter((one) => !matches(one))).toEqual([]);
    const sorted = await list(`${filter}&pagination.sortBy=renewalDate`);
    expect(sorted.total).toBe(total);
    expect(sorted.items.length).toBe(items.length);
  });

  test("a relative range beats a fixed one unless it is CUSTOM", async () => {
    const fixed = "startDateRange.fixedDateRange.startDate=1999-01-01T00:00:00Z";
    const both = await list(`startDateRange.relativeDateRange=LAST_YEAR&${fixed}`);
    expect(both.items.every((one) => one.subscriptionStartDate.startsWith("2025"))).toBe(true);
  });

  test("filters by customer, by vendor id, by PO and by custom field, names without regard to case", async () => {
    const { customerId, subscription } = await customerWithSubscription(ion, {
      resellerPO: "R-77",
      endCustomerPO: "C-77",
    });
    for (const filter of [
      `customerID=${customerId}`,
      `subscriptionID=${subscription.subscriptionId}`,
      "resellerPo=R-77",
      "customerPo=C-77",
    ]) {
      expect((await list(filter)).items.map((one) => one.id)).toEqual([subscription.id]);
    }
    const withField = await newCustomer(ion, { customerCustomFields: { key: "Region", value: "North" } });
    await ion.call("POST", `${A}/customers/${withField}/orders`, {
      orderItems: [
        {
          productId: "ScaleSAFeforAzureDev",
          skuId: "Scale---SAFe-for-Azure-DevOps-Az",
          planId: "Scale---SAFe-for-Azure-DevOps-n0",
          action: "CREATE",
          quantity: 1,
          attributes: [],
        },
      ],
    });
    await ion.later(6);
    const found = await list("customField.field=Region&customField.value=North");
    expect(found.items.map((one) => one.customerId)).toEqual([withField]);
    expect((await list("customerName=Test%20Customer")).total).toBeGreaterThan(1);
  });
});

describe("get", () => {
  test("by the internal id and by the vendor's, with refresh in any form", async () => {
    const { customerId, subscription } = await customerWithSubscription(ion);
    const path = `${A}/customers/${customerId}/subscriptions`;
    const byId = subscriptionDetail.parse((await ion.get(`${path}/${subscription.id}`)).body);
    expect((await ion.get(`${path}/${subscription.subscriptionId}?refresh`)).body).toEqual(byId);
    expect((await ion.get(`${path}/${subscription.id}?refresh=true`)).body).toEqual(byId);
    expect(byId.attributes.map((one) => one.name)).toEqual(
      expect.arrayContaining([
        "CloudProvider",
        "CustomerDomain",
        "CustomerTenantId",
        "OrderId",
        "OrderItemId",
        "Region",
      ]),
    );
  });

  test("a subscription of another customer, or of nobody, is a 404", async () => {
    const { subscription } = await customerWithSubscription(ion);
    const stranger = await newCustomer(ion);
    for (const id of [subscription.id, subscription.subscriptionId, "nonsense"]) {
      const reply = await ion.get(`${A}/customers/${stranger}/subscriptions/${id}`);
      expect(reply.status).toBe(404);
      expect(standardErrorBody.parse(reply.body).message).toBe(`Subscription ${id} not found`);
    }
  });

  test("the guide's usage subscription has its ids", async () => {
    const { items } = await list("subscriptionId=0a1b2345-a1bc-12ab-b0df-9d6a5cdb19f9");
    expect(items[0]).toMatchObject({
      ccpProductId: "TechDataAzureSentinel-smp",
      ccpSkuId: "Tech-Data-Azure-Sentinel",
      ccpPlanId: "Based-on-Usage",
      subscriptionStatus: "initiated",
      subscriptionEndDate: "9999-12-31T00:00:00Z",
      unitType: "Usage-based",
      price: 0,
    });
  });
});
