import { desc, eq } from "drizzle-orm";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import type { Actor } from "@/lib/auth/actor";
import { as, SEEDED } from "@/lib/carts/testing/carts-portal";
import { getDb } from "@/lib/db/client";
import { auditLog } from "@/lib/db/schema/audit";
import { cancelOrder } from "./cancel-order";
import { type OrdersPortal, startOrdersPortal } from "./testing/orders-portal";

const customerId = SEEDED.withTenant;
let portal: OrdersPortal;
let stranger: Actor;

beforeAll(async () => {
  portal = await startOrdersPortal();
  stranger = await portal.stranger();
});
afterEach(() => portal.clearFaults());
afterAll(() => portal.stop());

const asAdmin = <T>(work: () => Promise<T>) => as(portal.admin, work);
const stateAt = async (orderId: string) => (await portal.ion.orders.get(customerId, orderId)).state;
async function lastAudit(orderId: string) {
  const db = await getDb();
  const [entry] = await db
    .select()
    .from(auditLog)
    .where(eq(auditLog.resource, `customers/${customerId}/orders/${orderId}`))
    .orderBy(desc(auditLog.id))
    .limit(1);
  return entry;
}

describe("cancelling an order", () => {
  test("an order on hold is cancelled, says so, and is in the audit log", async () => {
    const { id: orderId } = await portal.order(customerId, { outcome: "on-hold" });
    const order = await asAdmin(() => cancelOrder({ customerId, orderId }));
    expect(order).toMatchObject({
      id: orderId,
      status: { state: "cancelled", phase: "cancelled" },
      cancel: "tooLate",
      pollAfterMs: null,
    });
    expect(order.timeline.at(-1)).toMatchObject({ id: "cancelled" });
    expect(await lastAudit(orderId)).toMatchObject({ action: "orders:cancel", outcome: "done" });
  });

  test("Ion's answer to the cancellation is not believed: what it prints may be the old status", async () => {
    await portal.emulator.control("POST", "/variants", { "cancel-answer": "COMPLETE" });
    const { id: orderId } = await portal.order(customerId, { outcome: "on-hold" });
    const order = await asAdmin(() => cancelOrder({ customerId, orderId }));
    expect(order.status.phase).toBe("cancelled");
    await portal.emulator.control("DELETE", "/variants");
  });

  test("an order that Ion has passed on is refused with its state, and nothing is sent", async () => {
    const { id: orderId } = await portal.order(customerId, { outcome: "stuck" });
    await portal.moveTo(orderId, "IN_PROGRESS");
    const sent = async () => (await portal.requests("POST", new RegExp(`${orderId}:cancel$`))).length;
    await expect(asAdmin(() => cancelOrder({ customerId, orderId }))).rejects.toMatchObject({
      code: "NOT_CANCELLABLE",
      params: { status: "running" },
    });
    expect(await sent()).toBe(0);
    expect(await lastAudit(orderId)).toMatchObject({ outcome: "refused" });
  });

  test("an order that moved on while the question travelled keeps its state and tells it", async () => {
    const { id: orderId } = await portal.order(customerId, { outcome: "on-hold" });
    const slow = { method: "POST", path: `*${orderId}:cancel`, kind: "latency", latencyMs: 1000 };
    const { hit } = await portal.fault(slow);
    const cancelling = asAdmin(() => cancelOrder({ customerId, orderId })).catch((error: unknown) => error);
    await hit();
    await portal.moveTo(orderId, "COMPLETED");
    expect(await cancelling).toMatchObject({ code: "NOT_CANCELLABLE", params: { status: "done" } });
    expect(await stateAt(orderId)).toBe("done");
  });

  test("a lost answer to a cancellation that happened is found out by reading the order again", async () => {
    const { id: orderId } = await portal.order(customerId, { outcome: "on-hold" });
    await portal.fault({ method: "POST", path: `*${orderId}:cancel`, kind: "drop-after", count: 1 });
    const order = await asAdmin(() => cancelOrder({ customerId, orderId }));
    expect(order.status.phase).toBe("cancelled");
    expect(await lastAudit(orderId)).toMatchObject({ outcome: "done" });
  });

  test("a cancellation that may not have happened is not sent again and not called done", async () => {
    const { id: orderId } = await portal.order(customerId, { outcome: "on-hold" });
    await portal.fault({ method: "POST", path: `*${orderId}:cancel`, kind: "status", status: 500 });
    await expect(asAdmin(() => cancelOrder({ customerId, orderId }))).rejects.toMatchObject({
      kind: "outcome-unknown",
    });
    expect(await portal.requests("POST", new RegExp(`${orderId}:cancel$`))).toHaveLength(1);
    expect(await stateAt(orderId)).toBe("pending");
    expect(await lastAudit(orderId)).toMatchObject({ outcome: "unknown" });
  });

  test("no answer and no order to read afterwards is told as unknown", async () => {
    const { id: orderId } = await portal.order(customerId, { outcome: "on-hold" });
    const cancelPath = `*${orderId}:cancel`;
    const { hit } = await portal.fault({
      method: "POST",
      path: cancelPath,
      kind: "latency",
      latencyMs: 1000,
    });
    await portal.fault({ method: "POST", path: cancelPath, kind: "drop-after" });
    const cancelling = asAdmin(() => cancelOrder({ customerId, orderId })).catch((error: unknown) => error);
    await hit();
    await portal.fault({ method: "GET", path: `*/orders/${orderId}`, kind: "status", status: 503 });
    expect(await cancelling).toMatchObject({ kind: "outcome-unknown" });
    expect(await lastAudit(orderId)).toMatchObject({ outcome: "unknown" });
  });
});

describe("who may cancel", () => {
  test("owner and admin may; sales may not, and nothing is sent", async () => {
    const sales = await portal.person("sales", [customerId]);
    const { id: orderId } = await portal.order(customerId, { outcome: "on-hold" });
    await expect(as(sales, () => cancelOrder({ customerId, orderId }))).rejects.toMatchObject({
      code: "FORBIDDEN",
    });
    expect(await stateAt(orderId)).toBe("pending");
    expect((await as(portal.owner, () => cancelOrder({ customerId, orderId }))).status.phase).toBe(
      "cancelled",
    );
  });

  test("another's customer, another customer's order and another reseller's order are not found", async () => {
    const { id: orderId } = await portal.order(customerId, { outcome: "on-hold" });
    const salesElsewhere = await portal.person("sales", [SEEDED.alsoWithTenant]);
    await expect(as(salesElsewhere, () => cancelOrder({ customerId, orderId }))).rejects.toMatchObject({
      code: "NOT_FOUND",
    });
    await expect(
      asAdmin(() => cancelOrder({ customerId: SEEDED.alsoWithTenant, orderId })),
    ).rejects.toMatchObject({ code: "NOT_FOUND" });
    await expect(as(stranger, () => cancelOrder({ customerId, orderId }))).rejects.toMatchObject({
      code: "NOT_FOUND",
    });
    expect(await stateAt(orderId)).toBe("pending");
  });
});
