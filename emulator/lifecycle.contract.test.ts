import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { standardErrorBody } from "./testing/answers/errors";
import { orderBody } from "./testing/answers/orders";
import { subscriptionDetail } from "./testing/answers/subscriptions";
import {
  BUSINESS_STANDARD,
  customerWithSubscription,
  getOrder,
  newCustomer,
  type OrderAnswer,
  order,
  type SubscriptionAnswer,
  subscriptionsOf,
} from "./testing/orders";
import { A, startTestEmulator, type TestEmulator } from "./testing/test-emulator";

let ion: TestEmulator;
beforeAll(async () => {
  ion = await startTestEmulator();
});
afterAll(() => ion.close());

type Pair = [name: string, value: string];
type Change = { quantity?: number; item?: Record<string, unknown> };

/** Sends an UPDATE order and, after it is done, answers the order and the subscription. */
async function update(
  customerId: string,
  subscription: SubscriptionAnswer,
  pairs: Pair[],
  { quantity = 5, item = {} }: Change = {},
): Promise<{ first: OrderAnswer; last: OrderAnswer; now: SubscriptionAnswer }> {
  const reply = await order(ion, customerId, {
    action: "UPDATE",
    resourceId: subscription.subscriptionId,
    quantity,
    attributes: pairs.map(([name, value]) => ({ name, value })),
    ...item,
  });
  if (reply.status !== 200) throw new Error(reply.text);
  const first = orderBody.parse(reply.body) as OrderAnswer;
  await ion.later(6);
  const last = await getOrder(ion, customerId, first.orderId);
  const now = (await subscriptionsOf(ion, customerId)).find((one) => one.id === subscription.id);
  if (!now) throw new Error("the subscription is gone");
  return { first, last, now };
}

const UPDATE: Pair = ["operations", "updateSubscription"];

describe("lifecycle orders", () => {
  test("answer IN_PROGRESS with the whole quantity as total, then COMPLETED", async () => {
    const { customerId, subscription } = await customerWithSubscription(ion);
    const { first, last } = await update(customerId, subscription, [UPDATE], { quantity: 7 });
    expect(first).toMatchObject({ status: "IN_PROGRESS", total: 7 * 15 });
    expect(first.orderItems[0]).not.toHaveProperty("purchaseIntention");
    expect(last.status).toBe("COMPLETED");
    expect(last.orderItems[0]?.provisioningInfo?.processName).toBe(
      "Microsoft_Update_Order_V3_Provision_Process",
    );
  });

  test("row 3: the licence count is absolute and changes only on completion", async () => {
    const { customerId, subscription } = await customerWithSubscription(ion);
    await order(ion, customerId, {
      action: "UPDATE",
      resourceId: subscription.subscriptionId,
      quantity: 8,
      attributes: [{ name: UPDATE[0], value: UPDATE[1] }],
    });
    expect((await subscriptionsOf(ion, customerId))[0]?.subscriptionTotalLicenses).toBe("5");
    await ion.later(6);
    expect((await subscriptionsOf(ion, customerId))[0]).toMatchObject({
      subscriptionTotalLicenses: "8",
      total: 120,
    });
  });

  test("row 3: fewer licences are possible inside the window, an ERROR after it", async () => {
    const { customerId, subscription } = await customerWithSubscription(ion, { planId: "Annual-n20" });
    const plan = { item: { planId: "Annual-n20" } };
    const inside = await update(customerId, subscription, [UPDATE], { quantity: 4, ...plan });
    expect([inside.last.status, inside.now.subscriptionTotalLicenses]).toEqual(["COMPLETED", "4"]);
    await control.setClock(subscription.cancellationAllowedUntilDate, 1, async () => {
      const after = await updateRaw(customerId, subscription, {
        quantity: 3,
        planId: "Annual-n20",
        attributes: [UPDATE],
      });
      expect(after).toMatchObject({ status: "ERROR", errors: [{ code: "MS-800081" }] });
    });
  });

  test("row 4 and 5: auto-renew off and on; another quantity waits for the renewal", async () => {
    const { customerId, subscription } = await customerWithSubscription(ion);
    const off = await update(customerId, subscription, [UPDATE, ["renewalSetting", "auto-off"]]);
    expect(off.now).toMatchObject({
      autoRenew: false,
      subscriptionRenewStatus: "DISABLED",
      subscriptionTotalLicenses: "5",
    });
    const on = await update(customerId, subscription, [UPDATE, ["renewalSetting", "auto-on"]], {
      quantity: 2,
    });
    expect(on.now).toMatchObject({
      autoRenew: true,
      subscriptionRenewStatus: "ENABLED",
      subscriptionTotalLicenses: "5",
    });
    await control.setClock(subscription.renewalDate, 1, async () => {
      const [renewed] = await control.subscriptions(customerId);
      expect(renewed).toMatchObject({
        subscriptionTotalLicenses: "2",
        subscriptionStartDate: subscription.renewalDate,
      });
    });
  });

  test("row 6 and 7: suspend and reactivate", async () => {
    const { customerId, subscription } = await customerWithSubscription(ion);
    const suspended = await update(customerId, subscription, [UPDATE, ["statusUpdate", "suspended"]]);
    expect(suspended.now.subscriptionStatus).toBe("suspended");
    const active = await update(customerId, subscription, [UPDATE, ["statusUpdate", "active"]]);
    expect(active.now.subscriptionStatus).toBe("active");
  });

  test("row 8: delete is permanent", async () => {
    const { customerId, subscription } = await customerWithSubscription(ion);
    const deleted = await update(customerId, subscription, [UPDATE, ["statusUpdate", "deleted"]]);
    expect(deleted.now).toMatchObject({ subscriptionStatus: "cancelled", autoRenew: false });
    const again = await update(customerId, subscription, [UPDATE, ["statusUpdate", "active"]]);
    expect(again.last).toMatchObject({ status: "ERROR", errors: [{ code: "MS-800002" }] });
    expect(again.now.subscriptionStatus).toBe("cancelled");
  });

  test("row 8: after the cancellation limit it is refused", async () => {
    const { customerId, subscription } = await customerWithSubscription(ion, { planId: "Annual-n20" });
    await control.setClock(subscription.cancellationAllowedUntilDate, 1, async () => {
      const failed = await updateRaw(customerId, subscription, {
        quantity: 5,
        planId: "Annual-n20",
        attributes: [UPDATE, ["statusUpdate", "deleted"]],
      });
      expect(failed).toMatchObject({ status: "ERROR", errors: [{ code: "MS-800092" }] });
    });
  });

  test("row 9: an upgrade changes SKU, plan, price and the vendor's id, not the internal one", async () => {
    const { customerId, subscription } = await customerWithSubscription(ion);
    const target = { skuId: "USCFQ7TTC0LCHC0002", planId: "Annual-n155" };
    const { first, now } = await update(customerId, subscription, [["operations", "changeSubscription"]], {
      item: target,
    });
    expect(first.orderItems[0]?.price).toBe(264);
    expect(now).toMatchObject({
      id: subscription.id,
      ccpSkuId: target.skuId,
      ccpPlanId: target.planId,
      price: 264,
      total: 1320,
    });
    expect(now.subscriptionId).not.toBe(subscription.subscriptionId);
  });

  test("row 9: downwards it is refused", async () => {
    const { customerId, subscription } = await customerWithSubscription(ion);
    const down = { skuId: "USCFQ7TTC0LH180001", planId: "Monthly-n1" };
    const { last, now } = await update(customerId, subscription, [["operations", "changeSubscription"]], {
      item: down,
    });
    expect(last).toMatchObject({ status: "ERROR", errors: [{ code: "MS-800110" }] });
    expect(now.ccpSkuId).toBe(subscription.ccpSkuId);
  });

  test("each change is in the subscription's history", async () => {
    const { customerId, subscription } = await customerWithSubscription(ion);
    await update(customerId, subscription, [UPDATE], { quantity: 9 });
    const detail = subscriptionDetail.parse(
      (await ion.get(`${A}/customers/${customerId}/subscriptions/${subscription.id}`)).body,
    );
    expect(detail.activityLogs.totalCount).toBe("2");
    expect(detail.activityLogs.items[0]?.actionDetails).toBe("Licences changed from 5 to 9");
  });

  test("the guide's other URL needs an order of the customer and does the same", async () => {
    const { customerId, subscription } = await customerWithSubscription(ion);
    const orders = (await ion.get(`${A}/customers/${customerId}/orders?pageSize=1`)).body as {
      orders: OrderAnswer[];
    };
    const body = {
      orderItems: [
        {
          ...BUSINESS_STANDARD,
          action: "UPDATE",
          quantity: 6,
          resourceId: subscription.subscriptionId,
          attributes: [{ name: "operations", value: "updateSubscription" }],
        },
      ],
    };
    const path = `${A}/customers/${customerId}/orders`;
    expect((await ion.call("POST", `${path}/${orders.orders[0]?.orderId}`, body)).status).toBe(200);
    expect((await ion.call("POST", `${path}/1`, body)).status).toBe(404);
    await ion.later(6);
    expect((await subscriptionsOf(ion, customerId))[0]?.subscriptionTotalLicenses).toBe("6");
  });

  test("the internal id is no resourceId, and another customer's subscription is a 404", async () => {
    const { subscription, customerId } = await customerWithSubscription(ion);
    const attributes = [{ name: "operations", value: "updateSubscription" }];
    const stranger = await newCustomer(ion);
    const tries = [
      await order(ion, customerId, { action: "UPDATE", resourceId: subscription.id, attributes }),
      await order(ion, stranger, { action: "UPDATE", resourceId: subscription.subscriptionId, attributes }),
    ];
    for (const reply of tries) {
      expect(reply.status).toBe(404);
      standardErrorBody.parse(reply.body);
    }
  });
});

describe("terms on the emulator's clock", () => {
  test("a term renews with a new window; without auto-renew it expires", async () => {
    const renewing = await customerWithSubscription(ion);
    const ending = await customerWithSubscription(ion);
    await update(ending.customerId, ending.subscription, [UPDATE, ["renewalSetting", "auto-off"]]);
    await control.setClock(ending.subscription.renewalDate, 60, async () => {
      expect((await control.subscriptions(ending.customerId))[0]?.subscriptionStatus).toBe("expired");
      const [renewed] = await control.subscriptions(renewing.customerId);
      expect(renewed?.subscriptionStatus).toBe("active");
      expect(Date.parse(renewed?.cancellationAllowedUntilDate ?? "")).toBe(
        Date.parse(renewing.subscription.renewalDate) + 7 * 86_400_000,
      );
    });
  });
});

/** Far moves of the clock kill the test's token, so what is seen there comes from the control surface. */
const control = {
  async setClock(instant: string, plusSeconds: number, then: () => Promise<void>) {
    const before = (await ion.control("GET", "/clock")).body as { now: string };
    await ion.control("POST", "/clock", {
      set: new Date(Date.parse(instant) + plusSeconds * 1000).toISOString(),
    });
    await then();
    await ion.control("POST", "/clock", { set: before.now });
  },
  async subscriptions(
    customerId: string,
  ): Promise<(SubscriptionAnswer & { subscriptionStartDate: string })[]> {
    const reply = await ion.control("GET", `/state/subscriptions?customerId=${customerId}`);
    return (reply.body as { subscriptions: (SubscriptionAnswer & { subscriptionStartDate: string })[] })
      .subscriptions;
  },
};

/** The same as `update` with a fresh token, for moments at which the test's own is dead. */
async function updateRaw(
  customerId: string,
  subscription: SubscriptionAnswer,
  { attributes, ...item }: { quantity: number; planId: string; attributes: Pair[] },
): Promise<OrderAnswer | undefined> {
  const form = new URLSearchParams({ grant_type: "refresh_token", refresh_token: await ion.refreshToken() });
  const { access_token } = (await ion.raw("/oauth/token", { method: "POST", body: form })).body as {
    access_token: string;
  };
  const body = {
    orderItems: [
      {
        ...BUSINESS_STANDARD,
        ...item,
        action: "UPDATE",
        resourceId: subscription.subscriptionId,
        attributes: attributes.map(([name, value]) => ({ name, value })),
      },
    ],
  };
  const reply = await ion.raw(`${A}/customers/${customerId}/orders`, {
    method: "POST",
    headers: { authorization: `Bearer ${access_token}`, "content-type": "application/json" },
    body: JSON.stringify(body),
  });
  const { orderId } = reply.body as OrderAnswer;
  await ion.later(6);
  const state = (await ion.control("GET", `/state/orders?customerId=${customerId}`)).body as {
    orders: OrderAnswer[];
  };
  return state.orders.find((one) => one.orderId === orderId);
}
