import { beforeAll, expect, test } from "vitest";
import { actingAs } from "@/lib/auth/acting-as";
import type { Actor } from "@/lib/auth/actor";
import { mirrorTestCustomers } from "@/lib/customers/testing/mirrored-customers";
import { makeAccount, makePerson } from "@/lib/db/testing/people";
import { mirrorTestOrders } from "@/lib/orders/testing/mirrored-orders";
import { mirrorTestSubscriptions } from "@/lib/subscriptions/testing/mirrored-subscriptions";
import { findAnything } from "./find-anything";
import { PALETTE_GROUP_SIZE, paletteAnswerSchema } from "./schemas";

let owner: Actor;
let sales: Actor;
let stranger: Actor;

beforeAll(async () => {
  const { id } = await makeAccount();
  owner = await makePerson(id, "owner");
  sales = await makePerson(id, "sales", ["11"]);
  stranger = await makePerson((await makeAccount()).id, "owner");
  await mirrorTestCustomers(id, [
    { id: "11", organization: "Contoso", domain: "contoso.example" },
    { id: "12", organization: "Big Contoso 77" },
  ]);
  await mirrorTestOrders(
    id,
    Array.from({ length: 20 }, (_, index) => ({
      id: String(700 + index),
      customerId: index % 2 === 0 ? "11" : "12",
      title: "Exchange Online",
    })),
  );
  await mirrorTestSubscriptions(id, [
    { id: "77", customerId: "12", name: "Backup", vendorId: "b1946ac9-2f64" },
    { id: "78", customerId: "11", name: "Exchange Online" },
  ]);
});

const find = (q: string, actor = owner) => actingAs(actor, () => findAnything(q));
const shape = (answer: Awaited<ReturnType<typeof find>>) =>
  Object.fromEntries(answer.groups.map(({ kind, items }) => [kind, items.map(({ id }) => id)]));

test("finds by name, by customer and by the vendor's id, at most six a group", async () => {
  const answer = paletteAnswerSchema.parse(await find("contoso"));
  expect(answer.groups.map(({ kind }) => kind)).toEqual(["customer", "order", "subscription"]);
  expect(shape(answer).customer).toEqual(["11", "12"]);
  expect(shape(answer).order).toHaveLength(PALETTE_GROUP_SIZE);
  expect(answer.groups[0]?.items[0]).toEqual({
    id: "11",
    title: "Contoso",
    detail: "contoso.example",
    href: "/customers/11",
  });
  expect(shape(await find("exchange contoso"))).toMatchObject({ subscription: ["78"] });
  expect(shape(await find("B1946AC9"))).toEqual({ subscription: ["77"] });
});

test("what has exactly the id that was typed is first, and its group, too", async () => {
  const answer = await find("77");
  expect(answer.groups[0]).toMatchObject({ kind: "subscription", items: [{ id: "77" }] });
  expect(shape(await find("712")).order?.[0]).toBe("712");
});

test("sales find what is their customers' only, another account nothing", async () => {
  for (const q of ["contoso", "exchange", "77", "701"]) {
    const found = shape(await find(q, sales));
    expect(found.customer ?? []).not.toContain("12");
    expect((found.order ?? []).every((id) => Number(id) % 2 === 0)).toBe(true);
    expect(found.subscription ?? []).not.toContain("77");
    expect((await find(q, stranger)).groups).toEqual([]);
  }
});

test.each(["", "   ", "%", "_", "\\", "🎉", "'; drop table mirror_orders; --", "a ".repeat(2500)])(
  "text of any kind is only text: %#",
  async (q) => {
    const { groups } = await find(q);
    expect(groups.flatMap(({ items }) => items).length).toBeLessThanOrEqual(24);
  },
);
