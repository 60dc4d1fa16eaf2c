import { eq } from "drizzle-orm";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { setQuantity } from "@/lib/carts/set-quantity";
import { as, type CartsPortal, startCartsPortal } from "@/lib/carts/testing/carts-portal";
import { getDb } from "@/lib/db/client";
import { users } from "@/lib/db/schema/users";
import { codeOf, intentsOf, orderingIn, passTime } from "../testing/ready-cart";
import { getOrderIntent } from "./get-order-intent";
import { listOutbox } from "./list-outbox";
import { recallIntent } from "./recall-intent";
import { sendDue } from "./send-due";

let portal: CartsPortal;
const { seen, readyCart, place, outcome, ordersAt, checkoutFault, hold } = orderingIn(() => portal);

beforeAll(async () => {
  portal = await startCartsPortal();
  await hold(300);
});
afterEach(() => portal.clearFaults());
afterAll(() => portal.stop());

const view = (cart: { customerId: string; cartId: string }) => as(portal.owner, () => getOrderIntent(cart));
const recall = (cart: { customerId: string; cartId: string }, actor = portal.owner) =>
  as(actor, () => recallIntent(cart)).then(() => "recalled", codeOf);

/** The hold of this cart's order is over, and a replica notices. */
async function send(cartId: string) {
  await passTime(cartId, 301);
  await Promise.all(await sendDue(50));
}

describe("a confirmed order is held", () => {
  test("nothing leaves the portal until the hold is over; then it is sent, once", async () => {
    const cart = await readyCart();
    const held = await place(cart);
    expect(held).toMatchObject({ state: "held", intentId: expect.any(String) });
    expect(held.state === "held" && held.secondsLeft).toBeGreaterThan(290);
    await Promise.all(await sendDue(50));
    expect(await portal.requests("POST", new RegExp(`${cart.cartId}:checkout$`))).toHaveLength(0);
    expect(await place(cart)).toMatchObject({ state: "held", intentId: held.intentId });
    await send(cart.cartId);
    expect(await view(cart)).toMatchObject({ state: "placed", orderId: expect.any(String) });
    expect(await ordersAt(cart.customerId)).toBe(1);
  });

  test("recalled, the cart is free and as it was, and can be ordered again", async () => {
    const cart = await readyCart();
    await place(cart);
    expect(await recall(cart)).toBe("recalled");
    expect(await recall(cart)).toBe("recalled");
    await send(cart.cartId);
    expect(await ordersAt(cart.customerId)).toBe(0);
    expect(await view(cart)).toMatchObject({ state: "none", refusal: null });
    expect(await seen(cart.customerId, cart.cartId)).toEqual({
      seenTotals: cart.seenTotals,
      seenFingerprint: cart.seenFingerprint,
    });
    expect(await place(cart)).toMatchObject({ state: "held" });
    await send(cart.cartId);
    expect(await ordersAt(cart.customerId)).toBe(1);
    expect(await recall(cart)).toBe("TOO_LATE_TO_RECALL");
  });

  test("by the process that was asked, in a few seconds, when no job runs", async () => {
    await hold(1);
    const cart = await readyCart();
    expect(await place(cart)).toMatchObject({ state: "held" });
    await expect.poll(() => ordersAt(cart.customerId), { timeout: 5_000 }).toBe(1);
    await expect.poll(async () => (await view(cart)).state).toBe("placed");
    await hold(300);
  });

  test("a password for the vendor is kept sealed while the order is held, and not a moment longer", async () => {
    const cart = await readyCart();
    const secrets = { [cart.cartItemId]: { adminPassword: "correct horse" } };
    await place({ ...cart, secrets });
    const [held] = await intentsOf(cart.cartId);
    expect(held?.secretsCipher).toMatch(/^v1:/);
    await send(cart.cartId);
    expect((await intentsOf(cart.cartId))[0]).toMatchObject({ state: "placed", secretsCipher: null });
  });
});

describe("between confirming and sending", () => {
  test("a changed cart is not sent: the difference is kept, and confirming again orders what it is now", async () => {
    const cart = await readyCart();
    await place(cart);
    await as(portal.owner, () => setQuantity({ ...cart, quantity: 12 }));
    await send(cart.cartId);
    expect(await ordersAt(cart.customerId)).toBe(0);
    const { state, refusal } = await view(cart);
    expect(state).toBe("none");
    expect(refusal).toMatchObject({
      code: "PRICE_CHANGED",
      difference: {
        before: { totals: [{ amount: cart.seenTotals[0]?.amount }], lines: [{ quantity: 10 }] },
        after: { lines: [{ quantity: 12 }] },
      },
    });
    const again = { ...cart, ...(await seen(cart.customerId, cart.cartId)) };
    expect(await place(again)).toMatchObject({ state: "held" });
    await send(cart.cartId);
    expect(await ordersAt(cart.customerId)).toBe(1);
  });

  test("whoever may not order any more orders nothing", async () => {
    const cart = await readyCart();
    const sales = await portal.person("sales", [cart.customerId]);
    expect(await place(cart, sales)).toMatchObject({ state: "held" });
    const db = await getDb();
    await db.update(users).set({ disabledAt: new Date() }).where(eq(users.id, sales.userId));
    await send(cart.cartId);
    expect((await view(cart)).refusal).toMatchObject({ code: "ORDER_NOT_ALLOWED" });
    expect(await ordersAt(cart.customerId)).toBe(0);
  });
});

describe("Ion in trouble when the time has come", () => {
  test("what certainly was not carried out is tried again, and then ordered once", async () => {
    const cart = await readyCart();
    await checkoutFault(cart.cartId, { kind: "status", status: 429 });
    await place(cart);
    await send(cart.cartId);
    expect(await view(cart)).toMatchObject({ state: "pending", attempts: 1 });
    expect(await outcome(cart)).toBe("in-progress");
    expect(await recall(cart)).toBe("TOO_LATE_TO_RECALL");
    await send(cart.cartId);
    expect(await view(cart)).toMatchObject({ state: "placed", attempts: 2 });
    expect(await ordersAt(cart.customerId)).toBe(1);
  });

  test("after five tries it is given up with words, and the cart is free", async () => {
    const cart = await readyCart();
    await place(cart);
    await portal.fault({ method: "GET", path: `*/carts/${cart.cartId}*`, kind: "status", status: 503 });
    for (let tries = 0; tries < 5; tries++) await send(cart.cartId);
    expect(await view(cart)).toMatchObject({
      state: "none",
      refusal: { code: "ION_UNAVAILABLE", message: expect.stringContaining("Nothing was changed") },
    });
    await portal.clearFaults();
    await place(cart);
    await send(cart.cartId);
    expect(await ordersAt(cart.customerId)).toBe(1);
  }, 60_000);

  test("503, a cut connection and an unreadable answer leave it unknown, never to be sent again", async () => {
    const faults = [
      { kind: "status", status: 503 },
      { kind: "drop-before" },
      { kind: "drop-after" },
      { kind: "garbage", after: true },
    ];
    const carts = await Promise.all(faults.map(() => readyCart()));
    for (const [index, cart] of carts.entries()) {
      await checkoutFault(cart.cartId, faults[index] ?? {});
      await place(cart);
      await passTime(cart.cartId, 301);
    }
    await Promise.all(await sendDue(50));
    for (const cart of carts) {
      expect((await intentsOf(cart.cartId))[0]?.state).toBe("unknown");
      await passTime(cart.cartId, 600);
    }
    await Promise.all(await sendDue(50));
    const sent = await portal.requests("POST", /:checkout$/);
    for (const cart of carts) {
      expect(sent.filter(({ path }) => path.includes(`/${cart.cartId}:`))).toHaveLength(1);
    }
    const states = await Promise.all(carts.map(async (cart) => (await view(cart)).state));
    expect(states).toEqual(["unknown", "unknown", "placed", "placed"]);
  });
});

describe("the outbox", () => {
  test("shows what is held and by whom, to those who see the customer", async () => {
    const cart = await readyCart();
    await place(cart, portal.admin);
    const rowOf = async (actor = portal.owner) =>
      (await as(actor, listOutbox)).live.find(({ cartId }) => cartId === cart.cartId);
    expect(await rowOf()).toMatchObject({
      state: "held",
      orderedBy: portal.admin.name,
      isMine: false,
      lines: [{ name: expect.stringMatching(/dropbox|standard/i), quantity: 10 }],
      totals: [{ amount: cart.seenTotals[0]?.amount }],
    });
    expect(await rowOf(portal.admin)).toMatchObject({ isMine: true });
    expect(await rowOf(await portal.person("sales", ["70590"]))).toBeUndefined();
    expect(await rowOf(await portal.person("sales", [cart.customerId]))).toMatchObject({ state: "held" });
    expect(await recall(cart, await portal.person("sales", ["70590"]))).toBe("NOT_FOUND");
    expect(await recall(cart)).toBe("recalled");
    expect(await rowOf()).toBeUndefined();
    const { settled } = await as(portal.owner, listOutbox);
    expect(settled.find(({ cartId }) => cartId === cart.cartId)).toMatchObject({ state: "recalled" });
  });
});
