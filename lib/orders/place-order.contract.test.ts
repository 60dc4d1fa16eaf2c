import { eq } from "drizzle-orm";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { addToCart } from "@/lib/carts/add-to-cart";
import { saveProvisioningDraft } from "@/lib/carts/save-provisioning-draft";
import { setQuantity } from "@/lib/carts/set-quantity";
import { as, type CartsPortal, PLANS, startCartsPortal } from "@/lib/carts/testing/carts-portal";
import { getDb } from "@/lib/db/client";
import { accounts } from "@/lib/db/schema/accounts";
import { auditLog } from "@/lib/db/schema/audit";
import { orderIntents } from "@/lib/db/schema/order-intents";
import { makeAccount, makePerson } from "@/lib/db/testing/people";
import { storeRefreshToken } from "@/lib/ion/connect";
import { getOrderIntent } from "./intents/get-order-intent";
import { reconcileIntents } from "./intents/reconcile-intents";
import { releaseIntent } from "./intents/release-intent";
import { orderingIn, passTime } from "./testing/ready-cart";

let portal: CartsPortal;

beforeAll(async () => {
  portal = await startCartsPortal();
});
afterEach(() => portal.clearFaults());
afterAll(() => portal.stop());

const { seen, readyCart, place, outcome, ordersAt, checkoutFault } = orderingIn(() => portal);

describe("one cart, one order", () => {
  test("a placed order is answered again, never placed again", async () => {
    const cart = await readyCart();
    const first = await place(cart);
    expect(first).toMatchObject({ state: "placed", orderId: expect.stringMatching(/^\d+$/) });
    expect(await place(cart)).toEqual(first);
    expect(await ordersAt(cart.customerId)).toBe(1);
  });

  test("ten clicks at once make one order", async () => {
    const cart = await readyCart();
    const results = await Promise.all(Array.from({ length: 10 }, () => place(cart)));
    expect(results.filter((result) => result.state === "placed").length).toBeGreaterThanOrEqual(1);
    expect(await ordersAt(cart.customerId)).toBe(1);
    expect(await portal.requests("POST", new RegExp(`${cart.cartId}:checkout$`))).toHaveLength(1);
  });

  test("a click that was still being checked while another one ordered is told of that order", async () => {
    const cart = await readyCart();
    const { hit } = await portal.fault({
      method: "GET",
      path: `*/carts/${cart.cartId}`,
      kind: "latency",
      latencyMs: 1500,
      count: 1,
    });
    const slow = place(cart);
    await hit();
    const quick = await place(cart);
    expect(quick).toMatchObject({ state: "placed" });
    expect(await slow).toEqual(quick);
    expect(await ordersAt(cart.customerId)).toBe(1);
  });

  test("a placed order is in the audit log with who, what and the intent", async () => {
    const cart = await readyCart();
    await place(cart);
    const db = await getDb();
    const entries = await db
      .select()
      .from(auditLog)
      .where(eq(auditLog.resource, `customers/${cart.customerId}/carts/${cart.cartId}`));
    expect(entries.find((entry) => entry.action === "orders:place")).toMatchObject({
      outcome: "done",
      userId: portal.owner.userId,
      details: { orderId: expect.any(String), intentId: expect.any(String) },
    });
  });
});

describe("no answer", () => {
  test("an answer lost on the way is unconfirmed, is found, and nothing is sent twice", async () => {
    const cart = await readyCart();
    await portal.fault({ method: "POST", path: `*${cart.cartId}:checkout`, kind: "drop-after", count: 1 });
    expect(await place(cart)).toMatchObject({ state: "unconfirmed" });
    expect(await place(cart)).toMatchObject({ state: "unconfirmed" });
    await passTime(cart.cartId, 2);
    await reconcileIntents();
    const view = await as(portal.owner, () => getOrderIntent(cart));
    expect(view).toMatchObject({ state: "placed", orderId: expect.any(String) });
    expect(await place(cart)).toMatchObject({ state: "placed", orderId: view.orderId });
    expect(await ordersAt(cart.customerId)).toBe(1);
  });

  test.each(["status", "garbage", "html"])("%s after the work was done is found too", async (kind) => {
    const cart = await readyCart();
    const fault = { method: "POST", path: `*${cart.cartId}:checkout`, kind, after: true, count: 1 };
    await portal.fault(kind === "status" ? { ...fault, status: 500 } : fault);
    expect(await place(cart)).toMatchObject({ state: "unconfirmed" });
    await passTime(cart.cartId, 2);
    await reconcileIntents();
    expect(await as(portal.owner, () => getOrderIntent(cart))).toMatchObject({ state: "placed" });
    expect(await ordersAt(cart.customerId)).toBe(1);
  });

  test("a request that never arrived is freed by a person, after the evidence, and orders once", async () => {
    const cart = await readyCart();
    await portal.fault({ method: "POST", path: `*${cart.cartId}:checkout`, kind: "drop-before", count: 1 });
    expect(await place(cart)).toMatchObject({ state: "unconfirmed" });
    const release = () => as(portal.owner, () => releaseIntent(cart));
    await expect(release()).rejects.toMatchObject({ code: "ORDER_UNCONFIRMED" });
    for (let look = 0; look < 3; look++) {
      await passTime(cart.cartId, 120);
      await reconcileIntents();
    }
    expect(await as(portal.owner, () => getOrderIntent(cart))).toMatchObject({
      state: "unknown",
      canRelease: true,
    });
    expect(await release()).toEqual({ orderId: null });
    expect(await place(cart)).toMatchObject({ state: "placed" });
    expect(await ordersAt(cart.customerId)).toBe(1);
  });

  test("an order that turns up at the last look is kept, not released", async () => {
    const cart = await readyCart();
    await portal.fault({ method: "POST", path: `*${cart.cartId}:checkout`, kind: "drop-after", count: 1 });
    await place(cart);
    const db = await getDb();
    const evidence = { lookups: 5, cartStatus: "OPEN" };
    await db.update(orderIntents).set(evidence).where(eq(orderIntents.cartId, cart.cartId));
    await passTime(cart.cartId, 120);
    const released = await as(portal.owner, () => releaseIntent(cart));
    expect(released.orderId).toMatch(/^\d+$/);
    expect(await ordersAt(cart.customerId)).toBe(1);
  });

  test("Ion unreachable is said at once, and the cart stays free", async () => {
    const cart = await readyCart();
    await portal.fault({ path: "*", kind: "status", status: 503 });
    expect(await outcome(cart)).toBe("ion unavailable");
    await portal.clearFaults();
    expect(await place(cart)).toMatchObject({ state: "placed" });
  });
});

describe("nothing is sent", () => {
  test("when the total moved after the page was drawn", async () => {
    const cart = await readyCart();
    await as(portal.owner, () => setQuantity({ ...cart, quantity: 11 }));
    expect(await outcome(cart)).toBe("PRICE_CHANGED");
    expect(await ordersAt(cart.customerId)).toBe(0);
    expect(await place({ ...cart, ...(await seen(cart.customerId, cart.cartId)) })).toMatchObject({
      state: "placed",
    });
  });

  test("when the items changed under the same total", async () => {
    const cart = await readyCart();
    expect(await outcome({ ...cart, seenFingerprint: "another" })).toBe("CART_CHANGED");
    expect(await ordersAt(cart.customerId)).toBe(0);
  });

  test("while a vendor's question is open, which is named at its field", async () => {
    const customerId = await portal.customer();
    const { cartId, cartItemId } = await as(portal.owner, () =>
      addToCart({ customerId, ...PLANS.businessBasic, quantity: 5 }),
    );
    const input = { customerId, cartId, ...(await seen(customerId, cartId)) };
    await expect(place(input)).rejects.toMatchObject({
      code: "INVALID_INPUT",
      fieldErrors: { [`items.${cartItemId}.domainName`]: [expect.any(String)] },
    });
    const values = { domainName: "northwindplace", $newTenantConfirmed: true };
    await as(portal.owner, () => saveProvisioningDraft({ customerId, cartId, cartItemId, values }));
    expect(await place({ ...input, ...(await seen(customerId, cartId)) })).toMatchObject({ state: "placed" });
  });

  test("when Ion refuses it: its words are kept for whoever looks, and the cart is free again", async () => {
    const customerId = await portal.customer();
    const { cartId, cartItemId } = await as(portal.owner, () =>
      addToCart({ customerId, ...PLANS.businessBasic, quantity: 5 }),
    );
    const values = { domainName: "northwindrefused", $newTenantConfirmed: true };
    await as(portal.owner, () => saveProvisioningDraft({ customerId, cartId, cartItemId, values }));
    const cart = { customerId, cartId, ...(await seen(customerId, cartId)) };
    await checkoutFault(cartId, { kind: "status", status: 400, message: "the domain is not to our liking" });
    expect(await outcome(cart)).toBe("ion invalid");
    const view = await as(portal.owner, () => getOrderIntent(cart));
    expect(view).toMatchObject({
      state: "none",
      refusal: { code: "ION_INVALID", message: expect.stringContaining("not to our liking") },
    });
    expect(view.refusal?.reference).toMatch(/^[0-9a-f]{20}$/);
    expect(await place(cart)).toMatchObject({ state: "placed" });
    expect(await ordersAt(customerId)).toBe(1);
  });

  test("for a cart that somebody checked out at Ion itself", async () => {
    const cart = await readyCart();
    await portal.ion.carts.checkout(cart.customerId, cart.cartId, {
      items: [{ cartItemId: cart.cartItemId, attributes: [] }],
    });
    expect(await outcome(cart)).toBe("CART_CHECKED_OUT");
    expect(await ordersAt(cart.customerId)).toBe(1);
  });
});

describe("who may order", () => {
  test("sales order for their customers under the limit, and above it not", async () => {
    const cart = await readyCart();
    const sales = await portal.person("sales", [cart.customerId]);
    const [total] = cart.seenTotals;
    if (!total) throw new Error("a total");
    const db = await getDb();
    const limit = (amount: string) =>
      db
        .update(accounts)
        .set({ approvalLimits: { [total.currency]: amount } })
        .where(eq(accounts.id, portal.accountId));
    await limit("1");
    expect(await outcome(cart, sales)).toBe("APPROVAL_REQUIRED");
    expect(await ordersAt(cart.customerId)).toBe(0);
    await limit(total.amount);
    expect(await place(cart, sales)).toMatchObject({ state: "placed" });
    await db.update(accounts).set({ approvalLimits: {} }).where(eq(accounts.id, portal.accountId));
  });

  test("another person's customer and another reseller's cart are not there", async () => {
    const cart = await readyCart();
    const otherSales = await portal.person("sales", ["70590"]);
    const other = await makeAccount("10002");
    await storeRefreshToken(other.id, await portal.emulator.newRefreshToken("10002"));
    const stranger = await makePerson(other.id, "owner");
    expect(await outcome(cart, otherSales)).toBe("NOT_FOUND");
    expect(await outcome(cart, stranger)).toMatch(/CART_EXPIRED|ion (not-found|forbidden)/);
    await expect(as(otherSales, () => getOrderIntent(cart))).rejects.toMatchObject({ code: "NOT_FOUND" });
    await expect(as(otherSales, () => releaseIntent(cart))).rejects.toMatchObject({ code: "NOT_FOUND" });
    expect(await ordersAt(cart.customerId)).toBe(0);
  });

  test("account admins order without a limit", async () => {
    expect(await place(await readyCart(), portal.admin)).toMatchObject({ state: "placed" });
  });
});
