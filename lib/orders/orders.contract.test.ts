import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from "vitest";
import type { Actor } from "@/lib/auth/actor";
import { as, SEEDED } from "@/lib/carts/testing/carts-portal";
import type { MirrorResource } from "@/lib/db/schema/mirror";
import { syncAll } from "@/lib/jobs/testing/sync-all";
import { getOrder } from "./get-order";
import { listCustomerOrders } from "./list-customer-orders";
import { listOrders } from "./list-orders";
import { orderListPageSchema } from "./order-list-page";
import { orderListQuerySchema } from "./order-list-schema";
import { orderSchema } from "./order-schemas";
import { type OrdersPortal, startOrdersPortal } from "./testing/orders-portal";

const mine = SEEDED.withTenant;
const other = SEEDED.alsoWithTenant;
let portal: OrdersPortal;
let sales: Actor;

beforeAll(async () => {
  portal = await startOrdersPortal();
  sales = await portal.person("sales", [mine]);
  await syncAll(sales.accountId, ["customers", "orders"]);
});
afterEach(async () => {
  await portal.clearFaults();
  await portal.emulator.control("DELETE", "/variants");
});
afterAll(() => portal.stop());

const query = (given: Record<string, string> = {}) => orderListQuerySchema.parse(given);
const list = (actor: Actor, given: Record<string, string> = {}) => as(actor, () => listOrders(query(given)));
const ids = (rows: readonly { id: string }[]) => rows.map(({ id }) => id);
/** A pass now; whoever looks at the list may have started one that is not over. */
const sync = (actor: Actor, resource: MirrorResource = "orders") =>
  vi.waitFor(() => syncAll(actor.accountId, [resource]), { timeout: 10_000, interval: 100 });

describe("the list of orders", () => {
  test("shows the newest first, with names, and is what the browser expects", async () => {
    const order = await portal.order(mine, { outcome: "stuck", quantity: 7 });
    await sync(portal.owner);
    const page = orderListPageSchema.parse(await list(portal.owner));
    expect(page.rows[0]).toMatchObject({ id: order.id, customerId: mine, seats: 7, kind: "new" });
    expect(page.rows[0]?.customerName).toEqual(expect.any(String));
    expect(page.rows[0]?.title).toEqual(expect.any(String));
    const times = page.rows.map((row) => Date.parse(row.createdAt ?? ""));
    expect(times).toEqual([...times].sort((one, next) => next - one));
    expect(page.pollAfterMs).toBeLessThanOrEqual(15_000);
    expect(Date.parse(page.freshness.asOf ?? "")).toBeGreaterThan(Date.now() - 60_000);
  });

  test("turns pages to the end without losing or repeating an order", async () => {
    const seen: string[] = [];
    let cursor: string | null = null;
    let total: number | null = null;
    do {
      const page: Awaited<ReturnType<typeof list>> = await list(portal.owner, {
        limit: "25",
        ...(cursor ? { cursor } : {}),
      });
      seen.push(...ids(page.rows));
      total ??= page.total;
      cursor = page.nextCursor;
    } while (cursor !== null);
    expect(seen.length).toBeGreaterThan(50);
    expect(seen.length).toBe(total);
    expect(new Set(seen).size).toBe(seen.length);
  });

  test("filters by phase, and sorts the other way round", async () => {
    for (const phase of ["onHold", "done", "failed", "cancelled", "takingLong"]) {
      const { rows } = await list(portal.owner, { phase });
      expect(rows.length).toBeGreaterThan(0);
      for (const row of rows) expect(row.status.phase).toBe(phase);
    }
    const { rows } = await list(portal.owner, { sort: "updated" });
    const times = rows.map((row) => Date.parse(row.updatedAt ?? ""));
    expect(times).toEqual([...times].sort((one, next) => one - next));
  });

  test("what needs attention: held with a reason, failed, taking long; not what just moves or is done", async () => {
    const held = await portal.order(mine, { outcome: "on-hold" });
    const failed = await portal.order(mine, { outcome: "error" });
    const fine = await portal.order(mine, { outcome: "complete" });
    await portal.passSeconds(60);
    const fresh = await portal.order(mine, { outcome: "stuck" });
    await sync(portal.owner);
    const { rows } = await list(portal.owner, { phase: "attention", limit: "500" });
    expect(ids(rows)).toEqual(expect.arrayContaining([held.id, failed.id]));
    expect(ids(rows)).not.toContain(fine.id);
    expect(ids(rows)).not.toContain(fresh.id);
    expect(rows.every((row) => row.status.attention)).toBe(true);
    expect(rows.find(({ id }) => id === held.id)?.holdReason).toMatch(/credit check/i);
    expect(rows.find(({ id }) => id === failed.id)?.problem).toMatchObject({ code: expect.any(String) });
    // Seeded long ago and still in progress: taking long, however old.
    expect(rows.some((row) => row.status.phase === "takingLong")).toBe(true);
  });

  test("an order number finds that order first; one that is nobody's finds nothing", async () => {
    const order = await portal.order(mine);
    await sync(portal.owner);
    expect(ids((await list(portal.owner, { q: order.id })).rows)[0]).toBe(order.id);
    expect((await list(portal.owner, { q: "999999999999" })).rows).toEqual([]);
  });

  test("is read with every spelling Ion is known for, and with short pages; without customers it has no names", async () => {
    const stranger = await portal.stranger();
    await portal.emulator.control("POST", "/variants", {
      "order-completed": "COMPLETE",
      "order-cancelled": "CANCELLED",
      "order-case": "lower",
      "order-ids-fields": "all",
      "short-pages": "yes",
    });
    await sync(stranger);
    const done = await list(stranger, { phase: "done" });
    expect(done.rows.every((row) => row.status.phase === "done")).toBe(true);
    expect(done.rows.length).toBeGreaterThan(0);
    expect(done.rows.every((row) => row.customerName === null)).toBe(true);
    await sync(stranger, "customers");
    expect((await list(stranger)).rows[0]?.customerName).toEqual(expect.any(String));
  });

  test("with Ion down the list stays, and says as of when it is", async () => {
    const before = await list(portal.owner);
    await portal.fault({ method: "GET", path: "*", kind: "status", status: 503 });
    const after = await list(portal.owner);
    expect(ids(after.rows)).toEqual(ids(before.rows));
    expect(after.freshness.asOf).toBe(before.freshness.asOf);
  });
});

describe("who sees which orders", () => {
  test("sales people see their customers' orders only: in the list, by filter, by number, in what needs attention", async () => {
    const foreign = await portal.order(other, { outcome: "on-hold" });
    const own = await portal.order(mine, { outcome: "on-hold" });
    await sync(portal.owner);
    const questions: Record<string, string>[] = [
      {},
      { phase: "attention,onHold" },
      { state: "pending" },
      { sort: "-updated" },
      { sort: "customer" },
      { ids: `${own.id},${foreign.id}` },
    ];
    for (const given of questions) {
      const { rows } = await list(sales, { limit: "500", ...given });
      expect(ids(rows)).toContain(own.id);
      expect(rows.every((row) => row.customerId === mine)).toBe(true);
    }
    expect((await list(sales, { q: foreign.id })).rows).toEqual([]);
    await expect(list(sales, { customer: other })).rejects.toMatchObject({ code: "NOT_FOUND" });
    await expect(as(sales, () => listCustomerOrders(other, query()))).rejects.toMatchObject({
      code: "NOT_FOUND",
    });
    await expect(as(sales, () => getOrder(other, foreign.id))).rejects.toMatchObject({ code: "NOT_FOUND" });
  });

  test("a sales person of many customers still sees only those", async () => {
    const many = [mine, ...Array.from({ length: 150 }, (_, index) => String(800_000 + index))];
    const busy = await portal.person("sales", many);
    const { rows } = await list(busy);
    expect(rows.length).toBeGreaterThan(0);
    expect(rows.every((row) => row.customerId === mine)).toBe(true);
  });

  test("a sales person without customers sees nothing", async () => {
    const idle = await portal.person("sales", []);
    expect(await list(idle)).toMatchObject({ rows: [], total: 0, unfilteredTotal: 0 });
    expect((await list(idle, { phase: "attention" })).rows).toEqual([]);
  });

  test("the other reseller account gets nothing of ours", async () => {
    const stranger = await portal.stranger();
    const order = await portal.order(mine);
    await sync(portal.owner);
    expect(ids((await list(stranger, { limit: "500" })).rows)).not.toContain(order.id);
    expect((await list(stranger, { q: order.id })).rows).toEqual([]);
    expect((await list(stranger, { customer: mine })).rows).toEqual([]);
    await expect(as(stranger, () => getOrder(mine, order.id))).rejects.toMatchObject({ code: "NOT_FOUND" });
  });

  test("cost is for owners and admins; people's data for admins and whoever ordered", async () => {
    const customerId = await portal.customer();
    const seller = await portal.person("sales", [customerId]);
    const colleague = await portal.person("sales", [customerId]);
    const order = await portal.order(customerId, { domainName: "agreement1" });
    await portal.placedBy(seller, order);
    const seen = (actor: Actor) => as(actor, () => getOrder(customerId, order.id));
    const emailOf = async (actor: Actor) =>
      (await seen(actor)).items[0]?.answers.find(({ name }) => name === "agreementEmail");
    for (const actor of [portal.owner, portal.admin]) {
      expect((await seen(actor)).items[0]?.cost).toMatchObject({ amount: expect.any(String) });
      expect(await emailOf(actor)).toMatchObject({ value: "ann@contoso.example", hidden: null });
    }
    expect(JSON.stringify(await seen(seller))).not.toContain('"cost"');
    expect(await emailOf(seller)).toMatchObject({ value: "ann@contoso.example" });
    expect(await emailOf(colleague)).toEqual({ name: "agreementEmail", value: null, hidden: "personal" });
    expect(JSON.stringify(await seen(colleague))).not.toContain("ann@contoso.example");
    // What is not about a person stays.
    const domain = (await seen(colleague)).items[0]?.answers.find(({ name }) => name === "domainName");
    expect(domain?.value).toContain("agreement1");
  });
});

describe("one order", () => {
  test("is followed from hold to done, then leads to its subscription", async () => {
    const placed = await portal.order(mine, { outcome: "complete", quantity: 3 });
    await portal.placedBy(sales, placed);
    const seen = () => as(sales, () => getOrder(mine, placed.id));
    const start = orderSchema.parse(await seen());
    expect(start).toMatchObject({
      status: { phase: "onHold", attention: false },
      cancel: "role",
      orderedBy: { name: sales.name, throughPortal: true },
      subscriptions: { state: "later" },
      pollAfterMs: 2000,
    });
    await portal.passSeconds(4);
    expect((await seen()).status.phase).toBe("running");
    await portal.passSeconds(10);
    const done = orderSchema.parse(await seen());
    expect(done).toMatchObject({
      status: { phase: "done" },
      pollAfterMs: null,
      subscriptions: { state: "found" },
    });
    const [subscription] = done.subscriptions.rows;
    expect(subscription).toMatchObject({ customerId: mine, state: "active", licenses: 3 });
    expect(done.items[0]).toMatchObject({ phase: "done", quantity: 3, pricesAgree: true });
  });

  test("a done order whose subscription can't be looked up is still shown", async () => {
    const placed = await portal.order(mine);
    await portal.passSeconds(60);
    await portal.fault({ method: "GET", path: "*/subscriptions*", kind: "status", status: 503 });
    const order = await as(portal.owner, () => getOrder(mine, placed.id));
    expect(order).toMatchObject({
      status: { phase: "done" },
      subscriptions: { state: "unavailable" },
      pollAfterMs: 15_000,
    });
  });

  test("the line's subtotal counts, whichever price Ion prints", async () => {
    const placed = await portal.order(mine, { quantity: 4 });
    const [unit] = (await as(portal.owner, () => getOrder(mine, placed.id))).items;
    await portal.emulator.control("POST", "/variants", { "order-price": "line" });
    const [line] = (await as(portal.owner, () => getOrder(mine, placed.id))).items;
    expect(line?.subTotal).toEqual(unit?.subTotal);
    expect(line?.unitPrice).toEqual(unit?.unitPrice);
    expect(line?.pricesAgree).toBe(true);
  });

  test("a failed one says why in a cause we have words for, with Ion's code", async () => {
    const placed = await portal.order(mine, { outcome: "error" });
    await portal.passSeconds(60);
    const order = await as(portal.owner, () => getOrder(mine, placed.id));
    expect(order).toMatchObject({ status: { phase: "failed", attention: true }, cancel: "tooLate" });
    const problems = [...order.problems, ...order.items.flatMap((item) => item.problems)];
    expect(problems).toHaveLength(1);
    expect(problems[0]?.cause).not.toBe("unknown");
    expect(problems[0]?.code).toMatch(/^PROV-/);
  });

  test("an order of another customer, and one that does not exist, are not found", async () => {
    const placed = await portal.order(mine);
    for (const [customerId, orderId] of [
      [other, placed.id],
      [mine, "999999999999"],
    ] as const) {
      await expect(as(portal.owner, () => getOrder(customerId, orderId))).rejects.toMatchObject({
        code: "NOT_FOUND",
      });
    }
  });

  test("an answer that makes no sense is an error, not an order", async () => {
    const placed = await portal.order(mine, { outcome: "on-hold" });
    await portal.fault({ method: "GET", path: `*/orders/${placed.id}`, kind: "garbage" });
    await expect(as(portal.owner, () => getOrder(mine, placed.id))).rejects.toMatchObject({
      name: "IonError",
    });
  });
});
