import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { standardErrorBody } from "./testing/answers/errors";
import { orderBody } from "./testing/answers/orders";
import { subscriptionDetail, subscriptionList } from "./testing/answers/subscriptions";
import {
  ADD_SUBSCRIPTION,
  customerWithSubscription,
  getOrder,
  newCustomer,
  newTenant,
  type OrderAnswer,
  order,
  subscriptionsOf,
} from "./testing/orders";
import { A, EPOCH, startTestEmulator, type TestEmulator } from "./testing/test-emulator";

let ion: TestEmulator;
beforeAll(async () => {
  ion = await startTestEmulator({ orderSeconds: 8 });
});
afterAll(() => ion.close());

async function place(customerId: string, item: Record<string, unknown>): Promise<OrderAnswer> {
  const reply = await order(ion, customerId, item);
  if (reply.status !== 200) throw new Error(reply.text);
  return reply.body as OrderAnswer;
}

describe("a create order", () => {
  test("goes ON_HOLD, CONFIRMED, IN_PROGRESS, COMPLETED on the emulator's clock", async () => {
    const customerId = await newCustomer(ion);
    const { orderId } = await place(customerId, { attributes: newTenant(`life${customerId}`) });
    const seen: [string, boolean][] = [];
    for (let second = 0; second <= 8; second += 2) {
      const now = await getOrder(ion, customerId, orderId);
      orderBody.parse(now);
      seen.push([now.status, now.orderItems[0]?.provisioningInfo !== undefined]);
      await ion.later(2);
    }
    expect(seen).toEqual([
      ["ON_HOLD", false],
      ["CONFIRMED", false],
      ["IN_PROGRESS", true],
      ["IN_PROGRESS", true],
      ["COMPLETED", true],
    ]);
  });

  test("makes nothing before it is COMPLETED, then the subscription with Ion's fields, dates and limit", async () => {
    const customerId = await newCustomer(ion);
    await ion.control("POST", "/clock", { set: EPOCH });
    const { orderId } = await place(customerId, {
      attributes: newTenant(`sub${customerId}`),
      resellerPO: "R-1",
    });
    await ion.later(7);
    expect(await subscriptionsOf(ion, customerId)).toEqual([]);
    await ion.later(1);
    const reply = await ion.get(`${A}/subscriptions?customerId=${customerId}`);
    const [subscription] = subscriptionList.parse(reply.body).items;
    expect(subscription).toMatchObject({
      subscriptionStatus: "active",
      subscriptionTotalLicenses: "5",
      subscriptionName: "M365 Business Std",
      subscriptionStartDate: "2026-03-10T09:00:08Z",
      subscriptionEndDate: "2026-04-10T09:00:08Z",
      renewalDate: "2026-04-10T09:00:08Z",
      cancellationAllowedUntilDate: "2026-03-17T09:00:08Z",
      subscriptionBillingTerm: "P1M",
      subscriptionBillingCycle: "monthly",
      autoRenew: true,
      price: 15,
      cost: 12.75,
      margin: 2.25,
      total: 75,
      resellerPO: "R-1",
      mfgPartNumber: "CFQ7TTC0LDPB:0001:P1M:M",
    });
    const finished = await getOrder(ion, customerId, orderId);
    expect(finished.orderItems[0]?.resourceId).toBe(subscription?.subscriptionId);
    const detail = subscriptionDetail.parse(
      (await ion.get(`${A}/customers/${customerId}/subscriptions/${subscription?.id}`)).body,
    );
    expect(detail.attributes).toContainEqual({ name: "OrderId", value: orderId });
    expect(detail.attributes).toContainEqual({
      name: "CustomerDomain",
      value: `sub${customerId}.onmicrosoft.com`,
    });
    expect(detail.activityLogs.items[0]?.actionType).toBe("CREATE");
  });

  test("a new tenant: its admin and password come in get and list, the profile gets tenant and domain", async () => {
    const customerId = await newCustomer(ion);
    const { orderId } = await place(customerId, { attributes: newTenant(`tenant${customerId}`) });
    await ion.later(8);
    const { attributes } = (await getOrder(ion, customerId, orderId)).orderItems[0] ?? { attributes: [] };
    const value = (name: string) => attributes.find((attribute) => attribute.name === name)?.value;
    expect(value("userName")).toBe(`admin@tenant${customerId}.onmicrosoft.com`);
    expect(value("password")).toMatch(/^Ion-.{12}$/);
    expect(value("domainName")).toBe(`tenant${customerId}.onmicrosoft.com`);
    const listed = await ion.get(`${A}/customers/${customerId}/orders?pageSize=1`);
    expect(listed.text).toContain(value("password") ?? "no password");
    const profiles = await ion.get(`${A}/customers/${customerId}/cloudProfiles?providerId=30`);
    expect(profiles.body).toMatchObject({
      customerCloudProfiles: [
        {
          enabled: true,
          customerDomain: `tenant${customerId}.onmicrosoft.com`,
          customerTenantId: value("customerTenantId"),
        },
      ],
    });
  });

  test("a second order joins the tenant and gets no password", async () => {
    const { customerId } = await customerWithSubscription(ion);
    const { orderId } = await place(customerId, {
      attributes: [...ADD_SUBSCRIPTION, { name: "friendlyName", value: "Branch office" }],
    });
    await ion.later(8);
    const done = await getOrder(ion, customerId, orderId);
    expect(done.status).toBe("COMPLETED");
    expect(done.orderItems[0]?.attributes.map((one) => one.name)).not.toContain("password");
    const names = (await ion.get(`${A}/subscriptions?customerId=${customerId}`)).text;
    expect(names).toContain("Branch office");
  });

  test("a domain that somebody has already is an ERROR that names the attribute", async () => {
    const { customerId: owner } = await customerWithSubscription(ion);
    const customerId = await newCustomer(ion);
    const { orderId } = await place(customerId, { attributes: newTenant(`tenant${owner}`) });
    await ion.later(8);
    const failed = await getOrder(ion, customerId, orderId);
    expect(failed.status).toBe("ERROR");
    expect(failed.errors?.[0]).toMatchObject({ instancePath: "/orderItems/0/attributes/domainName" });
    expect(failed.orderItems[0]).toMatchObject({ status: "ERROR", errors: failed.errors });
    expect(await subscriptionsOf(ion, customerId)).toEqual([]);
  });

  test("a custom term end cuts the first term", async () => {
    await ion.control("POST", "/clock", { set: EPOCH });
    const { subscription } = await customerWithSubscription(ion, {
      planId: "Annual-n20",
      attributes: [...newTenant("customterm"), { name: "customTermEndDate", value: "2026-12-31" }],
    });
    expect(subscription).toMatchObject({ subscriptionEndDate: "2026-12-31T23:59:59Z" });
  });

  test("usage has no end and no cancellation limit, and its order no price", async () => {
    const { customerId } = await customerWithSubscription(ion);
    const { orderId, orderItems } = await place(customerId, {
      productId: "AzurePlan-demonce",
      skuId: "USDZH318Z0BPS60001",
      planId: "Based-on-Usage",
      quantity: 1,
    });
    expect(orderItems[0]).not.toHaveProperty("price");
    await ion.control("POST", `/orders/${orderId}/status`, { status: "COMPLETED" });
    const usage = (await subscriptionsOf(ion, customerId)).at(-1);
    expect(usage).toMatchObject({ subscriptionEndDate: "9999-12-31T00:00:00Z" });
    expect(usage).not.toHaveProperty("cancellationAllowedUntilDate");
  });

  test("a plan that needs approval is held ten times as long", async () => {
    const { customerId } = await customerWithSubscription(ion);
    const { orderId } = await place(customerId, {
      productId: "AzurePlan-demonce",
      skuId: "USDZH318Z0BPS60001",
      planId: "Based-on-Usage",
      quantity: 1,
    });
    await ion.later(80);
    expect(await getOrder(ion, customerId, orderId)).toMatchObject({
      status: "ON_HOLD",
      provisioningInfo: { details: expect.stringMatching(/approval/) },
    });
    await ion.later(8);
    expect((await getOrder(ion, customerId, orderId)).status).toBe("COMPLETED");
  });

  test("other vendors: IBM ids, Sophos contacts, a trial, a promotion", async () => {
    const customerId = await newCustomer(ion);
    await place(customerId, {
      productId: "IBMMAAS360WATSON-smp",
      skuId: "Deluxe-device",
      planId: "IBM-MaaS360-Deluxe-Trial",
      attributes: [{ name: "customerEmail", value: "a@b.example" }],
    });
    await place(customerId, {
      productId: "SophosEmail-smp",
      skuId: "Email-Advanced",
      planId: "Annual-n1",
      attributes: [{ name: "contactEmail", value: "a@b.example" }],
    });
    await place(customerId, {
      productId: "GoogleWorkspaceBusiness-smp",
      skuId: "Business-Starter",
      planId: "Promo-n3",
      attributes: [
        { name: "customerDomain", value: "b.example" },
        { name: "alternateEmail", value: "a@b.example" },
      ],
    });
    await ion.later(8);
    const [ibm, sophos, google] = await subscriptionsOf(ion, customerId);
    expect(ibm).toMatchObject({
      resourceType: "IBM::Order",
      isTrial: true,
      subscriptionId: expect.stringMatching(/^bu5e8/),
    });
    const detail = async (id: string | undefined) =>
      subscriptionDetail.parse((await ion.get(`${A}/customers/${customerId}/subscriptions/${id}`)).body);
    expect((await detail(ibm?.id)).lineItems).toHaveLength(1);
    expect((await detail(sophos?.id)).contacts?.[0]).toMatchObject({ type: "PRIMARY" });
    expect((await detail(google?.id)).priceAdjustments?.[0]).toMatchObject({ adjustmentValue: -50 });
  });

  test.each([
    ["GoogleWorkspaceBusiness-smp", "Business-Starter", "Flexible-n1", ["customerDomain", "alternateEmail"]],
    ["GCPAccountCreate-smpfr", "GCP-Account", "Based-on-Usage-gcp", ["customerDomain", "billingEmail"]],
    ["IBMSPSS-smp", "SPSS-Base", "Monthly-n1", ["customerEmail"]],
    ["SophosMDR-smp", "MDR-Essentials", "Annual-n1", ["contactEmail"]],
    ["McAfeeEndpoint-smp", "ENS-Node", "Annual-n1", ["adminEmail"]],
  ])(
    "%s refuses an order without the attributes of its template",
    async (productId, skuId, planId, names) => {
      const reply = await order(ion, await newCustomer(ion), { productId, skuId, planId, attributes: [] });
      expect(reply.status).toBe(400);
      for (const name of names) expect(reply.text).toContain(`The '${name}' attribute must be present`);
    },
  );
});

describe("trouble, forced", () => {
  test("on-hold stays with a reason until it is released", async () => {
    const customerId = await newCustomer(ion);
    await ion.control("POST", "/next-order", { outcome: "on-hold" });
    const { orderId } = await place(customerId, { attributes: newTenant(`hold${customerId}`) });
    await ion.later(1_000);
    expect(await getOrder(ion, customerId, orderId)).toMatchObject({
      status: "ON_HOLD",
      provisioningInfo: { details: expect.stringMatching(/credit check/) },
      orderItems: [{ wqmTaskStatus: "Task Created", additionalInformation: expect.any(String) }],
    });
    await ion.control("POST", `/orders/${orderId}/status`, { status: "COMPLETED" });
    const released = await getOrder(ion, customerId, orderId);
    expect(released).toMatchObject({ status: "COMPLETED" });
    expect(released.orderItems[0]).not.toHaveProperty("additionalInformation");
    expect(await subscriptionsOf(ion, customerId)).toHaveLength(1);
    expect((await ion.control("POST", `/orders/${orderId}/status`, { status: "COMPLETED" })).status).toBe(
      400,
    );
    expect(await subscriptionsOf(ion, customerId)).toHaveLength(1);
  });

  test("error ends with errors on the order and its item, and no subscription", async () => {
    const customerId = await newCustomer(ion);
    await ion.control("POST", "/next-order", { outcome: "error" });
    const { orderId } = await place(customerId, { attributes: newTenant(`err${customerId}`) });
    await ion.later(8);
    const failed = await getOrder(ion, customerId, orderId);
    orderBody.parse(failed);
    expect([failed.status, failed.errors?.length, failed.orderItems[0]?.errors?.length]).toEqual([
      "ERROR",
      1,
      1,
    ]);
    expect(await subscriptionsOf(ion, customerId)).toEqual([]);
  });

  test("stuck is IN_PROGRESS for months", async () => {
    const customerId = await newCustomer(ion);
    await ion.control("POST", "/next-order", { outcome: "stuck" });
    const { orderId } = await place(customerId, { attributes: newTenant(`stuck${customerId}`) });
    const state = async () => (await ion.control("GET", "/state/orders")).body as { orders: OrderAnswer[] };
    await ion.later(90 * 86_400);
    expect((await state()).orders.find((one) => one.orderId === orderId)?.status).toBe("IN_PROGRESS");
    await ion.later(-90 * 86_400);
  });

  test("the share of trouble is the same for the same seed, and none when it is 0", async () => {
    const outcomes = async (orderTrouble: number) => {
      const other = await startTestEmulator({ orderTrouble, orderSeconds: 1 });
      const customerId = await newCustomer(other);
      for (let n = 0; n < 20; n += 1) await order(other, customerId, { attributes: newTenant(`share${n}`) });
      await other.later(20);
      const reply = await other.get(`${A}/customers/${customerId}/orders?pageSize=100`);
      await other.close();
      return (reply.body as { orders: OrderAnswer[] }).orders.map((one) => one.status);
    };
    const half = await outcomes(0.5);
    expect(new Set(half)).toEqual(new Set(["COMPLETED", "ON_HOLD", "ERROR"]));
    expect(await outcomes(0.5)).toEqual(half);
    expect(new Set(await outcomes(0))).toEqual(new Set(["COMPLETED"]));
  });
});

describe("cancel", () => {
  const cancel = (customerId: string, orderId: string) =>
    ion.call("POST", `${A}/customers/${customerId}/orders/${orderId}:cancel`);

  test.each(["NEW", "ON_HOLD"])("works in %s, for good: no subscription comes", async (status) => {
    const customerId = await newCustomer(ion);
    const { orderId } = await place(customerId, { attributes: newTenant(`cancel${customerId}`) });
    if (status === "NEW") await ion.control("POST", `/orders/${orderId}/status`, { status });
    const reply = await cancel(customerId, orderId);
    expect([reply.status, orderBody.parse(reply.body).status]).toEqual([200, "CANCELED"]);
    await ion.later(100);
    expect((await getOrder(ion, customerId, orderId)).status).toBe("CANCELED");
    expect(await subscriptionsOf(ion, customerId)).toEqual([]);
  });

  test("is refused with a 412 in every other status, and changes nothing", async () => {
    const customerId = await newCustomer(ion);
    for (const status of ["CONFIRMED", "IN_PROGRESS", "COMPLETED", "ERROR", "CANCELED"]) {
      const { orderId } = await place(customerId, {
        attributes: newTenant(`state${status}${customerId}`.replace("_", "")),
      });
      await ion.control("POST", `/orders/${orderId}/status`, { status });
      const reply = await cancel(customerId, orderId);
      expect(reply.status).toBe(412);
      expect(standardErrorBody.parse(reply.body)).toMatchObject({
        error: "FAILED_PRECONDITION",
        message: `order cannot be cancelled in status ${status}`,
      });
      expect((await getOrder(ion, customerId, orderId)).status).toBe(status);
    }
  });

  test("an unknown order, or another customer's, is a 404", async () => {
    const { customerId } = await customerWithSubscription(ion);
    const stranger = await newCustomer(ion);
    const { orderId } = await place(customerId, {});
    expect((await cancel(stranger, orderId)).status).toBe(404);
    expect((await cancel(customerId, "1899")).status).toBe(404);
  });

  test("takes the colon percent-encoded", async () => {
    const customerId = await newCustomer(ion);
    const { orderId } = await place(customerId, { attributes: newTenant(`enc${customerId}`) });
    expect((await ion.call("POST", `${A}/customers/${customerId}/orders/${orderId}%3Acancel`)).status).toBe(
      200,
    );
  });
});
