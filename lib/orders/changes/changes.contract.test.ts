import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { as, PLANS, SEEDED } from "@/lib/carts/testing/carts-portal";
import { placeDirectOrder } from "../direct/place-direct-order";
import { priceOrder } from "../direct/price-order";
import { findIntent } from "../intents/open-intent";
import { reconcileIntents } from "../intents/reconcile-intents";
import { sendDue } from "../intents/send-due";
import { type OrdersPortal, startOrdersPortal } from "../testing/orders-portal";
import { codeOf, orderingIn, passTimeOf } from "../testing/ready-cart";
import type { ChangeInput } from "./change-schemas";
import { openChange } from "./open-change";

let portal: OrdersPortal;
const { hold, ordersAt } = orderingIn(() => portal);
const customerId = SEEDED.withTenant;

beforeAll(async () => {
  portal = await startOrdersPortal();
});
afterEach(async () => {
  await hold(0);
  await portal.clearFaults();
});
afterAll(() => portal.stop());

/** A subscription of the customer's own, fresh from an order. */
async function subscribed(seats = 5) {
  const order = await portal.order(customerId, { quantity: seats });
  await portal.passSeconds(60);
  const { items } = await portal.ion.orders.get(customerId, order.id);
  const resourceId = items[0]?.resourceId ?? "";
  const { subscriptions } = await portal.ion.subscriptions.list({
    filters: { vendorSubscriptionId: resourceId },
  });
  const [subscription] = subscriptions;
  if (!subscription) throw new Error("no subscription");
  return { subscriptionId: subscription.id, resourceId, seats };
}

const change = (subscriptionId: string, wanted: ChangeInput["change"]) =>
  as(portal.owner, () => openChange({ customerId, subscriptionId, seenTotals: [], change: wanted }));
const outcome = (...args: Parameters<typeof change>) => change(...args).then(({ state }) => state, codeOf);
const seatsNow = async (subscriptionId: string) =>
  (await portal.ion.subscriptions.get(customerId, subscriptionId)).licenses;
const intent = (id: string) => findIntent(portal.accountId, id);

test("seats are changed through an intent that carries our reference", async () => {
  const { subscriptionId, seats } = await subscribed();
  const placed = await change(subscriptionId, { kind: "seats", seats: 9, seenSeats: seats });
  if (placed.state !== "placed") throw new Error(placed.state);
  const order = await portal.ion.orders.get(customerId, placed.orderId);
  expect(order.referenceId).toBe(placed.intentId);
  await portal.passSeconds(60);
  expect(await seatsNow(subscriptionId)).toBe(9);
});

test("one change at a time: here, and while Ion still works on one", async () => {
  const { subscriptionId, seats } = await subscribed();
  await hold(300);
  expect(await outcome(subscriptionId, { kind: "seats", seats: 6, seenSeats: seats })).toBe("held");
  expect(await outcome(subscriptionId, { kind: "auto-renew", autoRenew: false, seenSeats: seats })).toBe(
    "CHANGE_IN_PROGRESS",
  );
  await hold(0);
  const other = await subscribed();
  expect(await outcome(other.subscriptionId, { kind: "seats", seats: 7, seenSeats: 5 })).toBe("placed");
  expect(await outcome(other.subscriptionId, { kind: "seats", seats: 8, seenSeats: 5 })).toBe(
    "CHANGE_IN_PROGRESS",
  );
  await portal.passSeconds(60);
  expect(await outcome(other.subscriptionId, { kind: "seats", seats: 8, seenSeats: 7 })).toBe("placed");
});

test("switching renewal sends the seats as they are at that moment, not as they were seen", async () => {
  const { subscriptionId, seats } = await subscribed();
  await hold(300);
  const held = await change(subscriptionId, { kind: "auto-renew", autoRenew: false, seenSeats: seats });
  // Meanwhile somebody changes the seats at Ion itself.
  const { productId, skuId, planId, vendorSubscriptionId } = await portal.ion.subscriptions.get(
    customerId,
    subscriptionId,
  );
  await portal.ion.orders.create(customerId, {
    referenceId: "elsewhere",
    displayName: "elsewhere",
    items: [
      {
        action: "UPDATE",
        productId: productId ?? "",
        skuId: skuId ?? "",
        planId: planId ?? "",
        resourceId: vendorSubscriptionId ?? "",
        quantity: 11,
        attributes: [{ name: "operations", value: "updateSubscription" }],
      },
    ],
  });
  await portal.passSeconds(60);
  await passTimeOf(held.intentId, 301);
  await Promise.all(await sendDue(50));
  expect(await intent(held.intentId)).toMatchObject({ state: "placed" });
  await portal.passSeconds(60);
  expect(await seatsNow(subscriptionId)).toBe(11);
  expect((await portal.ion.subscriptions.get(customerId, subscriptionId)).autoRenew).toBe(false);
});

test("other seats than were seen: nothing is sent, and the difference is told", async () => {
  const { subscriptionId } = await subscribed();
  expect(await outcome(subscriptionId, { kind: "seats", seats: 6, seenSeats: 4 })).toBe(
    "SUBSCRIPTION_CHANGED",
  );
});

test("a change whose answer is lost is found by our reference, among all of the customer's orders", async () => {
  const { subscriptionId, seats } = await subscribed();
  await portal.fault({ method: "POST", path: "*/orders", kind: "drop-after", count: 1 });
  const lost = await change(subscriptionId, { kind: "seats", seats: 8, seenSeats: seats });
  expect(lost.state).toBe("unconfirmed");
  expect(await outcome(subscriptionId, { kind: "seats", seats: 9, seenSeats: seats })).toBe(
    "CHANGE_IN_PROGRESS",
  );
  await passTimeOf(lost.intentId, 2);
  await reconcileIntents();
  const found = await intent(lost.intentId);
  expect(found).toMatchObject({ state: "placed", orderId: expect.any(String) });
  const order = await portal.ion.orders.get(customerId, found?.orderId ?? "");
  expect(order.referenceId).toBe(lost.intentId);
});

test("an order without a cart goes the same way: priced again, sent once, found when its answer is lost", async () => {
  const items = [{ ...PLANS.dropbox, quantity: 3, attributes: [] }];
  const { totals } = await as(portal.owner, () => priceOrder(customerId, items));
  const order = (seenTotals = totals) =>
    as(portal.owner, () => placeDirectOrder({ customerId, displayName: "Direct", items, seenTotals }));
  const wrong = totals.map((total) => ({ ...total, amount: "1" }));
  await expect(order(wrong)).rejects.toMatchObject({ code: "PRICE_CHANGED" });
  const before = await ordersAt(customerId);
  expect(await order()).toMatchObject({ state: "placed" });
  await portal.fault({ method: "POST", path: "*/orders", kind: "drop-after", count: 1 });
  const lost = await order();
  expect(lost.state).toBe("unconfirmed");
  await passTimeOf(lost.intentId, 2);
  await reconcileIntents();
  expect(await intent(lost.intentId)).toMatchObject({ state: "placed" });
  expect(await ordersAt(customerId)).toBe(before + 2);
});
