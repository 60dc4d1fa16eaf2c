import { sql } from "drizzle-orm";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import type { Actor } from "@/lib/auth/actor";
import { addToCart } from "@/lib/carts/add-to-cart";
import { getCart } from "@/lib/carts/get-cart";
import { as, PLANS, SEEDED } from "@/lib/carts/testing/carts-portal";
import { getKnownOffer, getOffer } from "@/lib/catalog/get-offer";
import { productMirror } from "@/lib/catalog/product-mirror";
import { setProductEnabled } from "@/lib/catalog/set-product-enabled";
import { getConnectionState } from "@/lib/connection/get-connection-state";
import { createCustomer } from "@/lib/customers/create-customer";
import { customerMirror } from "@/lib/customers/customer-mirror";
import { toCustomerValues } from "@/lib/customers/customer-values";
import { getCustomer } from "@/lib/customers/get-customer";
import { getEditableCustomer } from "@/lib/customers/get-editable-customer";
import { getKnownCustomer } from "@/lib/customers/get-known-customer";
import { filledForm } from "@/lib/customers/testing/customers-portal";
import { updateCustomer } from "@/lib/customers/update-customer";
import { getDb } from "@/lib/db/client";
import type { IonOrder } from "@/lib/ion/schemas/orders";
import { laterDone } from "@/lib/later";
import { readMirrored } from "@/lib/mirror/read-mirrored";
import { cancelOrder } from "@/lib/orders/cancel-order";
import { getKnownOrder, getOrder } from "@/lib/orders/get-order";
import { reconcileIntents } from "@/lib/orders/intents/reconcile-intents";
import { orderMirror } from "@/lib/orders/order-mirror";
import { placeOrder } from "@/lib/orders/place-order";
import { type OrdersPortal, startOrdersPortal } from "@/lib/orders/testing/orders-portal";
import { passTime } from "@/lib/orders/testing/ready-cart";
import { getKnownSubscription, getSubscription } from "@/lib/subscriptions/get-subscription";
import { subscriptionMirror } from "@/lib/subscriptions/subscription-mirror";
import { syncAll } from "./testing/sync-all";

const mine = SEEDED.withTenant;
const other = SEEDED.alsoWithTenant;
let portal: OrdersPortal;
let sales: Actor;

beforeAll(async () => {
  portal = await startOrdersPortal();
  sales = await portal.person("sales", [mine]);
  await syncAll(portal.accountId);
}, 120_000);
afterEach(async () => {
  await laterDone();
  await portal.clearFaults();
});
afterAll(() => portal.stop());

const owner = <T>(work: () => Promise<T>) => as(portal.owner, work);
const keptOrder = async (id: string) =>
  (await readMirrored(orderMirror, portal.accountId, id))?.item as IonOrder | undefined;
const keptCustomer = async (id: string) => (await readMirrored(customerMirror, portal.accountId, id))?.item;
const outage = () => portal.fault({ path: "/api/*", kind: "status", status: 503 });
const callsToIon = async () => (await portal.requests("GET", /.*/)).length;

async function anySubscription(customerId: string) {
  const { subscriptions } = await portal.ion.subscriptions.list({ filters: { customerId }, limit: 1 });
  const [first] = subscriptions;
  if (!first) throw new Error("The seed has no subscription for this customer.");
  return first;
}
async function readyCart() {
  const customerId = await portal.customer();
  const { cartId } = await owner(() => addToCart({ customerId, ...PLANS.dropbox, quantity: 3 }));
  const cart = await owner(() => getCart(customerId, cartId));
  return { customerId, cartId, seenTotals: cart.totals, seenFingerprint: cart.fingerprint };
}

describe("a command is in the mirror at once", () => {
  test("a new customer, and what was changed on it", async () => {
    const values = filledForm({ organization: "Mirrored Ltd" });
    const { customerId } = await owner(() => createCustomer({ values, salesPeople: [] }));
    expect((await keptCustomer(customerId))?.organization).toBe("Mirrored Ltd");

    const seen = toCustomerValues(await owner(() => getCustomer(customerId)));
    await owner(() => updateCustomer({ customerId, seen, values: { ...seen, organization: "Renamed Ltd" } }));
    expect((await keptCustomer(customerId))?.organization).toBe("Renamed Ltd");
  });

  test("a placed order, with amounts as the order has them and not as the checkout rounds them", async () => {
    const cart = await readyCart();
    const placed = await owner(() => placeOrder(cart));
    if (placed.state !== "placed") throw new Error("not placed");
    await laterDone();
    const order = await portal.ion.orders.get(cart.customerId, placed.orderId);
    expect((await keptOrder(placed.orderId))?.total).toEqual(order.total);
  });

  test("an order whose answer was lost, as soon as it is found", async () => {
    const cart = await readyCart();
    await portal.fault({ method: "POST", path: `*${cart.cartId}:checkout`, kind: "drop-after", count: 1 });
    expect(await owner(() => placeOrder(cart))).toMatchObject({ state: "unconfirmed" });
    await passTime(cart.cartId, 2);
    await reconcileIntents();
    const db = await getDb();
    const { rows } = (await db.execute(
      sql`select customer_id from mirror_orders where account_id = ${portal.accountId} and cart_id = ${cart.cartId}`,
    )) as { rows: unknown[] };
    expect(rows).toEqual([{ customer_id: cart.customerId }]);
  });

  test("a cancelled order", async () => {
    const order = await portal.order(mine, { outcome: "on-hold" });
    await owner(() => cancelOrder({ customerId: mine, orderId: order.id }));
    expect((await keptOrder(order.id))?.state).toBe("cancelled");
  });

  test("a product that is no longer offered", async () => {
    const { productId } = PLANS.dropbox;
    const isDisabled = async () =>
      (await readMirrored(productMirror, portal.accountId, productId))?.item.disabled;
    await owner(() => setProductEnabled({ productId, enabled: false }));
    expect(await isDisabled()).toBe(true);
    await owner(() => setProductEnabled({ productId, enabled: true }));
    expect(await isDisabled()).toBe(false);
  });

  test("never fails because of the mirror: with Ion gone after the write, the command still answers", async () => {
    const values = filledForm();
    await portal.fault({ method: "GET", path: "*/customers/*", kind: "status", status: 503 });
    await expect(owner(() => createCustomer({ values, salesPeople: [] }))).resolves.toMatchObject({
      organization: values.organization,
    });
  });
});

describe("what a person looks at renews the mirror", () => {
  test("after their answer, for customers, orders and subscriptions", async () => {
    const order = await portal.order(mine, { outcome: "stuck" });
    await owner(() => getOrder(mine, order.id));
    await laterDone();
    expect((await keptOrder(order.id))?.status).toBe(order.status);
    await portal.moveTo(order.id, "ON_HOLD", "Waits for credit");
    await owner(() => getOrder(mine, order.id));
    await laterDone();
    expect((await keptOrder(order.id))?.status).toBe("ON_HOLD");

    const { id } = await anySubscription(mine);
    const live = await owner(() => getSubscription(mine, id));
    await laterDone();
    const kept = await owner(() => getKnownSubscription(mine, id));
    expect(kept.live).toBe(false);
    // What only the answer about a single subscription tells is kept too, and a later pass takes none of it away.
    expect(kept.value.activity).toEqual(live.activity);
    expect(kept.value.orderId).toBe(live.orderId);
    await syncAll(portal.accountId, ["subscriptions"]);
    expect((await owner(() => getKnownSubscription(mine, id))).value.activity).toEqual(live.activity);
  });

  test("a 404 of Ion's takes it out", async () => {
    const order = await portal.order(mine, { outcome: "stuck" });
    await owner(() => getOrder(mine, order.id));
    await laterDone();
    expect(await keptOrder(order.id)).toBeDefined();
    await portal.fault({ method: "GET", path: `*/orders/${order.id}`, kind: "status", status: 404 });
    await expect(owner(() => getOrder(mine, order.id))).rejects.toMatchObject({ code: "NOT_FOUND" });
    await laterDone();
    expect(await keptOrder(order.id)).toBeUndefined();
  });

  test("a 404 for an order under a wrong customer's address takes nothing out", async () => {
    const order = await portal.order(mine, { outcome: "stuck" });
    await owner(() => getOrder(mine, order.id));
    await laterDone();
    await expect(owner(() => getOrder(other, order.id))).rejects.toMatchObject({ code: "NOT_FOUND" });
    await laterDone();
    expect(await keptOrder(order.id)).toBeDefined();
  });

  test("a done order leads to its subscription once Ion was asked for it", async () => {
    const placed = await portal.order(mine, { outcome: "complete" });
    await portal.passSeconds(60);
    await syncAll(portal.accountId, ["orders"]);
    const before = await owner(() => getKnownOrder(mine, placed.id));
    expect(before).toMatchObject({
      status: { phase: "done" },
      subscriptions: { state: "unknown", rows: [] },
    });
    const told = await owner(() => getOrder(mine, placed.id));
    expect(told.subscriptions).toMatchObject({ state: "found", rows: [{ customerId: mine }] });
    await laterDone();
    const after = await owner(() => getKnownOrder(mine, placed.id));
    expect(after.subscriptions).toMatchObject({
      state: "found",
      rows: [{ id: told.subscriptions.rows[0]?.id }],
    });
  });

  test("a product at a customer's prices never becomes the account's", async () => {
    const { productId } = PLANS.businessBasic;
    const before = await owner(() => getKnownOffer(productId));
    const theirs = await owner(() => getOffer(productId, { customerId: mine }));
    await laterDone();
    const after = await owner(() => getKnownOffer(productId, { customerId: mine }));
    expect(theirs.product.priceBookCustomerId).toBe(mine);
    expect(after.product.priceBookCustomerId).toBeNull();
    expect(after.product.skus).toEqual(before.product.skus);
  });
});

describe("with Ion down", () => {
  test("details are there from the mirror, with the time as of which they are", async () => {
    const order = await portal.order(mine, { outcome: "stuck" });
    await syncAll(portal.accountId, ["orders"]);
    const { id } = await anySubscription(mine);
    await outage();
    const calls = await callsToIon();
    const [customer, kept, subscription, offer] = [
      await owner(() => getKnownCustomer(mine)),
      await owner(() => getKnownOrder(mine, order.id)),
      await owner(() => getKnownSubscription(mine, id)),
      await owner(() => getKnownOffer(PLANS.officeE1.productId, { customerId: mine })),
    ];
    expect(customer).toMatchObject({ live: false, value: { id: mine } });
    expect(kept).toMatchObject({ id: order.id, customerId: mine });
    expect(subscription).toMatchObject({ live: false, value: { id, customerId: mine } });
    expect(offer.product.skus.length).toBeGreaterThan(0);
    for (const asOf of [customer.asOf, kept.asOf, subscription.asOf, offer.product.asOf]) {
      expect(Date.parse(asOf)).toBeLessThanOrEqual(Date.now());
    }
    expect(await callsToIon()).toBe(calls);
  });

  test("what was never mirrored is an error, not a stranger's 404", async () => {
    const order = await portal.order(mine, { outcome: "stuck" });
    await outage();
    await expect(owner(() => getKnownOrder(mine, order.id))).rejects.toMatchObject({ kind: "unavailable" });
  });

  test("an edit can be begun from what is known", async () => {
    await outage();
    await expect(owner(() => getEditableCustomer(mine))).resolves.toMatchObject({ id: mine });
  });

  test("everybody of the account learns since when, and that it is over, without doing anything", async () => {
    await portal.ion.customers.readPage({ pageSize: 1 });
    await expect.poll(() => as(sales, getConnectionState)).toMatchObject({ since: null });
    const before = Date.now();
    await outage();
    await expect(owner(() => getOrder(mine, "1"))).rejects.toThrow();
    await expect.poll(() => as(sales, getConnectionState)).toMatchObject({ state: "down" });
    const { since } = await as(sales, getConnectionState);
    expect(Date.parse(since ?? "")).toBeGreaterThanOrEqual(before);
    expect((await owner(getConnectionState)).since).toBe(since);
    await portal.clearFaults();
    await expect
      .poll(() => as(sales, getConnectionState), { timeout: 20_000, interval: 500 })
      .toMatchObject({ state: expect.stringMatching(/ok|slow/), since: null });
  }, 40_000);
});

describe("other people's customers", () => {
  test("are not found from the mirror either, and Ion is not asked", async () => {
    const order = await portal.order(other, { outcome: "stuck" });
    await syncAll(portal.accountId, ["orders"]);
    const { id } = await anySubscription(other);
    const calls = await callsToIon();
    const looks: (() => Promise<unknown>)[] = [
      () => getKnownCustomer(other),
      () => getKnownOrder(other, order.id),
      () => getKnownSubscription(other, id),
      () => getKnownOffer(PLANS.officeE1.productId, { customerId: other }),
      () => getEditableCustomer(other),
    ];
    for (const look of looks) {
      await expect(as(sales, look)).rejects.toMatchObject({ code: "NOT_FOUND" });
    }
    expect(await callsToIon()).toBe(calls);
  });

  test("are not found through one's own customer's address", async () => {
    const order = await portal.order(other, { outcome: "stuck" });
    await syncAll(portal.accountId, ["orders"]);
    const { id } = await anySubscription(other);
    await expect(as(sales, () => getKnownOrder(mine, order.id))).rejects.toMatchObject({ code: "NOT_FOUND" });
    await expect(as(sales, () => getKnownSubscription(mine, id))).rejects.toMatchObject({
      code: "NOT_FOUND",
    });
  });

  test("of another reseller account are not found in this one's mirror", async () => {
    const stranger = await portal.stranger();
    expect(await readMirrored(customerMirror, stranger.accountId, mine)).toBeNull();
    await expect(as(stranger, () => getKnownCustomer(mine))).rejects.toMatchObject({ code: "NOT_FOUND" });
  });
});

test("no secret that Ion gives out is in the mirror", async () => {
  const customerId = await portal.customer();
  const order = await portal.order(customerId, { domainName: `mirror${Date.now()}` });
  await portal.passSeconds(600);
  await syncAll(portal.accountId);
  const { items } = await portal.ion.orders.readCredentials(customerId, order.id);
  await owner(() => getOrder(customerId, order.id));
  const { id } = await anySubscription(customerId);
  await owner(() => getSubscription(customerId, id));
  await laterDone();

  const secrets = [...items.map(({ password }) => password), ...(await productSecrets())];
  expect(secrets.length).toBeGreaterThan(5);
  const db = await getDb();
  for (const { table } of [orderMirror, subscriptionMirror, customerMirror, productMirror]) {
    const { rows } = (await db.execute(sql`select * from ${table}`)) as { rows: unknown[] };
    expect(rows.length).toBeGreaterThan(0);
    const text = JSON.stringify(rows);
    for (const secret of secrets) expect(text).not.toContain(secret);
  }
  // The mirror knows that there are credentials, or the page could not offer them.
  expect((await keptOrder(order.id))?.items.some((item) => item.hasCredentials)).toBe(true);
});

/** Every text under a name that says secret in Ion's list of products, read without the client. */
async function productSecrets(): Promise<string[]> {
  const { emulator } = portal;
  const body = new URLSearchParams({
    grant_type: "refresh_token",
    refresh_token: await emulator.newRefreshToken(),
  });
  const { access_token: token } = await (
    await fetch(`${emulator.url}/oauth/token`, { method: "POST", body })
  ).json();
  const answer = await fetch(`${emulator.url}/api/v3/accounts/${emulator.accountId}/products?pageSize=100`, {
    headers: { authorization: `Bearer ${token}` },
  });
  const found: string[] = [];
  JSON.stringify(await answer.json(), (key, value) => {
    if (/^(password|clientSecret|apiAccessKey|previewAuthToken)$/.test(key) && typeof value === "string") {
      if (value.length > 5) found.push(value);
    }
    return value;
  });
  return found;
}
