import { eq } from "drizzle-orm";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import type { Actor } from "@/lib/auth/actor";
import { as } from "@/lib/carts/testing/carts-portal";
import { getDb } from "@/lib/db/client";
import { auditLog } from "@/lib/db/schema/audit";
import { credentialViews } from "@/lib/db/schema/orders";
import type { IonOrder } from "@/lib/ion/schemas/orders";
import { getOrder } from "./get-order";
import { showCredentials } from "./show-credentials";
import { type OrdersPortal, startOrdersPortal } from "./testing/orders-portal";

let portal: OrdersPortal;
let sales: Actor;
let domains = 0;

beforeAll(async () => {
  portal = await startOrdersPortal();
});
afterEach(() => portal.clearFaults());
afterAll(() => portal.stop());

/** A finished order that made a new tenant, placed by a sales person who may see the customer. */
async function newTenantOrder({ finished = true } = {}): Promise<IonOrder> {
  const customerId = await portal.customer();
  sales = await portal.person("sales", [customerId]);
  domains += 1;
  const order = await portal.order(customerId, { domainName: `credentials${domains}` });
  await portal.placedBy(sales, order);
  if (finished) await portal.passSeconds(60);
  return order;
}
const show = (actor: Actor, { customerId, id }: IonOrder) =>
  as(actor, () => showCredentials({ customerId, orderId: id }));
const credentialsOf = async (actor: Actor, { customerId, id }: IonOrder) =>
  (await as(actor, () => getOrder(customerId, id))).credentials;

describe("the credentials of a new tenant", () => {
  test("are shown once to the person who ordered, and then never again", async () => {
    const order = await newTenantOrder();
    expect(await credentialsOf(sales, order)).toEqual({ state: "available" });
    const [shown] = await show(sales, order);
    expect(shown?.userName).toMatch(/@/);
    expect(shown?.password.length).toBeGreaterThan(5);
    await expect(show(sales, order)).rejects.toMatchObject({ code: "CREDENTIALS_SHOWN" });
    expect(await credentialsOf(sales, order)).toMatchObject({ state: "shown" });
  });

  test("are never part of the order, its list, the audit log or the table that counts the views", async () => {
    const order = await newTenantOrder();
    const seen = await as(sales, () => getOrder(order.customerId, order.id));
    const [shown] = await show(sales, order);
    const password = shown?.password ?? "";
    expect(password).not.toBe("");
    const db = await getDb();
    const kept = [
      seen,
      await as(sales, () => getOrder(order.customerId, order.id)),
      await db.select().from(credentialViews),
      (await db.select().from(auditLog)).map(({ id: _, ...entry }) => entry),
    ];
    expect(JSON.stringify(kept)).not.toContain(password);
    const [answer] = seen.items[0]?.answers.filter(({ name }) => name === "password") ?? [];
    expect(answer).toEqual({ name: "password", value: null, hidden: "secret" });
  });

  test("two requests at once show them to one of them", async () => {
    const order = await newTenantOrder();
    const outcomes = await Promise.allSettled([show(sales, order), show(sales, order), show(sales, order)]);
    expect(outcomes.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  });

  test("nobody but the person who ordered sees them: not the owner, not a colleague, not for an order from elsewhere", async () => {
    const order = await newTenantOrder();
    const colleague = await portal.person("sales", [order.customerId]);
    for (const other of [portal.owner, portal.admin, colleague]) {
      await expect(show(other, order)).rejects.toMatchObject({ code: "CREDENTIALS_NOT_YOURS" });
      expect(await credentialsOf(other, order)).toEqual({ state: "others", by: sales.name });
    }
    const elsewhere = await portal.order(await portal.customer(), { domainName: "elsewhere1" });
    await portal.passSeconds(60);
    await expect(show(portal.owner, elsewhere)).rejects.toMatchObject({ code: "CREDENTIALS_NOT_YOURS" });
    expect(await credentialsOf(portal.owner, elsewhere)).toEqual({ state: "others", by: null });
    // None of these attempts used the one view up.
    await expect(show(sales, order)).resolves.toHaveLength(1);
  });

  test("another's customer is not found", async () => {
    const order = await newTenantOrder();
    const elsewhere = await portal.person("sales", []);
    await expect(show(elsewhere, order)).rejects.toMatchObject({ code: "NOT_FOUND" });
    const stranger = await portal.stranger();
    await expect(show(stranger, order)).rejects.toMatchObject({ code: "CREDENTIALS_NOT_YOURS" });
  });

  test("when Ion does not answer, the view is given back and can be tried again", async () => {
    const order = await newTenantOrder();
    await portal.fault({ method: "GET", path: `*/orders/${order.id}`, kind: "status", status: 503 });
    await expect(show(sales, order)).rejects.toMatchObject({ kind: "unavailable" });
    await portal.clearFaults();
    await expect(show(sales, order)).resolves.toHaveLength(1);
  });

  test("before the order is done there are none, and looking does not use the view up", async () => {
    const order = await newTenantOrder({ finished: false });
    expect(await credentialsOf(sales, order)).toEqual({ state: "none" });
    await expect(show(sales, order)).rejects.toMatchObject({ code: "CREDENTIALS_NOT_READY" });
    await portal.passSeconds(60);
    await expect(show(sales, order)).resolves.toHaveLength(1);
  });

  test("each attempt is in the audit log with its outcome", async () => {
    const order = await newTenantOrder();
    await show(sales, order);
    await show(sales, order).catch(() => {});
    const db = await getDb();
    const entries = await db
      .select()
      .from(auditLog)
      .where(eq(auditLog.resource, `customers/${order.customerId}/orders/${order.id}`));
    expect(entries.map(({ action, outcome }) => `${action} ${outcome}`)).toEqual([
      "orders:show-credentials done",
      "orders:show-credentials refused",
    ]);
  });
});
