import { expect, test, vi } from "vitest";
import type { IonClient } from "@/lib/ion/client";
import { orderSchema } from "@/lib/ion/schemas/orders";
import { type IonSubscription, subscriptionSchema } from "@/lib/ion/schemas/subscriptions";
import { findOrderSubscriptions } from "./find-order-subscriptions";

const order = (item: Record<string, unknown>) =>
  orderSchema().parse({
    name: "accounts/10001/customers/22/orders/7",
    status: "COMPLETED",
    createTime: "2026-03-01T10:00:00Z",
    orderItems: [{ name: "7", action: "CREATE", productId: "P1", status: "COMPLETED", ...item }],
  });
const subscription = (id: string, more: Record<string, unknown> = {}): IonSubscription =>
  subscriptionSchema.parse({
    id,
    customerId: "22",
    subscriptionId: `vendor-${id}`,
    subscriptionName: `Plan ${id}`,
    subscriptionStatus: "active",
    subscriptionPurchasedDate: "2026-03-01T10:05:00Z",
    ...more,
  });

/** An Ion that answers every list with these rows, whatever the filter, and reads each of them with its attributes. */
function ionWith(rows: IonSubscription[], orderIds: Record<string, string> = {}) {
  const list = vi.fn(async () => ({ subscriptions: rows, totalCount: rows.length, nextOffset: null }));
  const get = vi.fn(async (_customerId: string, id: string) => {
    const attributes = orderIds[id] ? [{ name: "OrderId", value: orderIds[id] }] : [];
    return subscription(id, { attributes });
  });
  return { list, get, ion: { subscriptions: { list, get } } as unknown as Pick<IonClient, "subscriptions"> };
}

test("the vendor's id on the item names the subscription; a row with another id does not count", async () => {
  const { ion, get } = ionWith([subscription("1"), subscription("2")]);
  const found = await findOrderSubscriptions(ion, order({ resourceId: "vendor-2" }), "done");
  expect(found).toMatchObject({ state: "found", rows: [{ id: "2", customerId: "22", state: "active" }] });
  expect(get).not.toHaveBeenCalled();
});

test("without a vendor's id, the order id among a subscription's attributes does", async () => {
  const { ion } = ionWith([subscription("1"), subscription("2")], { 1: "6", 2: "7" });
  const found = await findOrderSubscriptions(ion, order({}), "done");
  expect(found.rows.map(({ id }) => id)).toEqual(["2"]);
});

test("older purchases are not read one by one, and few of the others are", async () => {
  const old = subscription("1", { subscriptionPurchasedDate: "2025-01-01T00:00:00Z" });
  const many = Array.from({ length: 12 }, (_, index) => subscription(String(index + 10)));
  const { ion, get } = ionWith([old, ...many]);
  expect(await findOrderSubscriptions(ion, order({}), "done")).toEqual({ state: "missing", rows: [] });
  expect(get.mock.calls.length).toBeLessThanOrEqual(5);
  expect(get.mock.calls.map(([, id]) => id)).not.toContain("1");
});

test("another customer's subscription is never linked", async () => {
  const { ion } = ionWith([subscription("3", { customerId: "99" })]);
  const found = await findOrderSubscriptions(ion, order({ resourceId: "vendor-3" }), "done");
  expect(found.rows).toEqual([]);
});

test("before the order is done there is nothing to look for, and Ion is not asked", async () => {
  const { ion, list } = ionWith([]);
  expect(await findOrderSubscriptions(ion, order({}), "running")).toEqual({ state: "later", rows: [] });
  expect(list).not.toHaveBeenCalled();
});

test("a change of a subscription leads to it from the start", async () => {
  const { ion } = ionWith([subscription("4")]);
  const found = await findOrderSubscriptions(
    ion,
    order({ action: "UPDATE", resourceId: "vendor-4" }),
    "running",
  );
  expect(found.state).toBe("found");
});

test("an Ion that fails does not take the order with it", async () => {
  const { ion, list } = ionWith([]);
  list.mockRejectedValue(new Error("down"));
  const found = await findOrderSubscriptions(ion, order({ resourceId: "vendor-1" }), "done");
  expect(found).toEqual({ state: "unavailable", rows: [] });
});
