import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from "vitest";
import type { Actor } from "@/lib/auth/actor";
import { as, SEEDED } from "@/lib/carts/testing/carts-portal";
import { syncAll } from "@/lib/jobs/testing/sync-all";
import { laterDone } from "@/lib/later";
import { unknownIntent } from "@/lib/orders/testing/intents";
import { type OrdersPortal, startOrdersPortal } from "@/lib/orders/testing/orders-portal";
import { getTodaysOrders } from "./get-todays-orders";
import { listClosingWindows } from "./list-closing-windows";
import { listUnconfirmedOrders } from "./list-unconfirmed-orders";
import { todaysOrdersSchema } from "./today-schemas";

const mine = SEEDED.withTenant;
const other = SEEDED.alsoWithTenant;
let portal: OrdersPortal;
let sales: Actor;

beforeAll(async () => {
  portal = await startOrdersPortal();
  sales = await portal.person("sales", [mine]);
  await syncAll(portal.owner.accountId, ["customers", "subscriptions"]);
});
afterEach(async () => {
  await laterDone();
  await portal.clearFaults();
});
afterAll(() => portal.stop());

const today = (actor: Actor) => as(actor, getTodaysOrders);
const sync = () => syncAll(portal.owner.accountId, ["orders"]);
const ids = ({ rows }: { rows: readonly { id: string }[] }) => rows.map(({ id }) => id);

async function unconfirmed(customerId: string, cartId: string) {
  const seenTotals = [{ amount: "412.50", currency: "USD" }];
  await unknownIntent(portal.admin, { customerId, cartId, seenTotals });
}

describe("the orders of today", () => {
  test("are unknown, not none, before the first look at Ion has ended", async () => {
    expect((await today(sales)).freshness.asOf).toBeNull();
    await sync();
    expect((await today(sales)).freshness.asOf).not.toBeNull();
  });

  test("tell apart what needs somebody and what is on its way, newest change first", async () => {
    const held = await portal.order(mine, { outcome: "on-hold" });
    const moving = await portal.order(mine, { outcome: "stuck" });
    await sync();
    const page = todaysOrdersSchema.parse(await today(sales));
    expect(ids(page.attention)).toContain(held.id);
    expect(ids(page.moving)).toContain(moving.id);
    expect(ids(page.attention)).not.toContain(moving.id);
    expect(page.attention.total).toBeGreaterThanOrEqual(page.attention.rows.length);
    expect(page.pollAfterMs).toBeGreaterThanOrEqual(5_000);
    expect(page.moving.rows.find((row) => row.id === moving.id)?.customerName).toEqual(expect.any(String));
  });

  test("name the orders Ion did not confirm, with what was seen and who pressed the button", async () => {
    await unconfirmed(mine, "990001");
    const [first] = (await today(sales)).unconfirmed;
    expect(first).toMatchObject({
      customerId: mine,
      cartId: "990001",
      orderedBy: portal.admin.name,
      totals: [{ amount: "412.50", currency: "USD" }],
    });
  });

  test("are of this person's customers only, in each part and in each count", async () => {
    await portal.order(other, { outcome: "on-hold" });
    await portal.order(other, { outcome: "stuck" });
    await unconfirmed(other, "990002");
    await sync();
    const { attention, moving, unconfirmed: waiting } = await today(sales);
    for (const row of [...attention.rows, ...moving.rows, ...waiting]) expect(row.customerId).toBe(mine);
    const everybody = await today(portal.owner);
    expect(everybody.attention.total).toBeGreaterThan(attention.total);
    expect(everybody.unconfirmed.map(({ cartId }) => cartId)).toContain("990002");
    const idle = await portal.person("sales", []);
    expect(await today(idle)).toMatchObject({
      unconfirmed: [],
      attention: { rows: [], total: 0 },
      moving: { rows: [], total: 0 },
    });
  });

  test("the other reseller account gets nothing of ours", async () => {
    const stranger = await portal.stranger();
    const held = await portal.order(mine, { outcome: "on-hold" });
    await sync();
    const page = await today(stranger);
    expect(page.unconfirmed).toEqual([]);
    expect([...ids(page.attention), ...ids(page.moving)]).not.toContain(held.id);
  });

  test("with Ion down stay as they were last seen, and say as of when", async () => {
    const held = await portal.order(mine, { outcome: "on-hold" });
    await sync();
    await portal.fault({ path: "/api/*", kind: "status", status: 503 });
    const page = await today(portal.owner);
    expect(ids(page.attention)).toContain(held.id);
    expect(Date.parse(page.freshness.asOf ?? "")).toBeLessThanOrEqual(Date.now());
  });

  test("are renewed from Ion after the answer while something moves, and no more often than every ten seconds", async () => {
    vi.useFakeTimers({ toFake: ["Date"], now: Date.now() + 60_000 });
    try {
      const moving = await portal.order(mine, { outcome: "stuck" });
      await today(sales);
      await laterDone();
      expect(ids((await today(sales)).moving)).toContain(moving.id);
      await portal.moveTo(moving.id, "ON_HOLD", "Waits for credit");
      await today(sales);
      await laterDone();
      expect(ids((await today(sales)).moving)).toContain(moving.id);
      vi.setSystemTime(Date.now() + 11_000);
      await today(sales);
      await laterDone();
      expect(ids((await today(sales)).attention)).toContain(moving.id);
    } finally {
      vi.useRealTimers();
    }
  });

  test("with Ion down, the portal still tells which orders wait for Ion's confirmation", async () => {
    await unconfirmed(mine, "990003");
    await unconfirmed(other, "990004");
    await portal.fault({ path: "/api/*", kind: "status", status: 503 });
    const carts = (await as(sales, listUnconfirmedOrders)).map(({ cartId }) => cartId);
    expect(carts).toContain("990003");
    expect(carts).not.toContain("990004");
  });
});

describe("cancellation windows", () => {
  const DAY_MS = 24 * 60 * 60_000;
  afterEach(() => vi.useRealTimers());
  const windowsAt = (actor: Actor, nowMs: number) => {
    vi.useFakeTimers({ toFake: ["Date"], now: nowMs });
    return as(actor, listClosingWindows);
  };

  test("are told from three days before Ion's own date until it has passed, to those who may see the customer", async () => {
    await portal.order(mine, { quantity: 3 });
    await portal.passSeconds(60);
    const { subscriptions } = await portal.ion.subscriptions.list({
      filters: { customerId: mine },
      limit: 100,
    });
    await syncAll(portal.owner.accountId, ["subscriptions"]);
    const made = subscriptions.find(({ licenses, cancellableUntil }) => licenses === 3 && cancellableUntil);
    const until = Date.parse(made?.cancellableUntil ?? "");
    const shownAt = async (actor: Actor, nowMs: number) =>
      (await windowsAt(actor, nowMs)).rows.find((row) => row.id === made?.id);

    expect(await shownAt(portal.owner, until - 4 * DAY_MS)).toBeUndefined();
    expect(await shownAt(portal.owner, until - 2 * DAY_MS)).toMatchObject({
      customerId: mine,
      seats: 3,
      until: made?.cancellableUntil,
    });
    expect(await shownAt(sales, until - DAY_MS)).toBeDefined();
    const elsewhere = await portal.person("sales", [other]);
    expect(await shownAt(elsewhere, until - DAY_MS)).toBeUndefined();
    expect(await shownAt(portal.owner, until + 1000)).toBeUndefined();
  });
});
