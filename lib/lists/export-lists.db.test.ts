import { beforeAll, describe, expect, test, vi } from "vitest";
import { actingAs } from "@/lib/auth/acting-as";
import type { Actor } from "@/lib/auth/actor";
import { customerListQuerySchema } from "@/lib/customers/customer-list-schema";
import { exportCustomers } from "@/lib/customers/export-customers";
import { mirrorTestCustomers } from "@/lib/customers/testing/mirrored-customers";
import { getDb } from "@/lib/db/client";
import { auditLog } from "@/lib/db/schema/audit";
import { makeAccount, makePerson } from "@/lib/db/testing/people";
import { exportOrders } from "@/lib/orders/export-orders";
import { listOrders } from "@/lib/orders/list-orders";
import { orderListQuerySchema } from "@/lib/orders/order-list-schema";
import { mirrorTestOrders } from "@/lib/orders/testing/mirrored-orders";
import { exportSubscriptions } from "@/lib/subscriptions/export-subscriptions";
import { subscriptionListQuerySchema } from "@/lib/subscriptions/subscription-list-schema";
import { mirrorTestSubscriptions } from "@/lib/subscriptions/testing/mirrored-subscriptions";

const texts = (namespace: string) => (key: string, values?: Record<string, unknown>) =>
  [namespace, key, ...Object.values(values ?? {})].join(".");
vi.mock("next-intl/server", () => ({
  getLocale: async () => "en",
  getTranslations: async (namespace: string) => texts(namespace),
}));

const COUNT = 2_345;
let owner: Actor;
let sales: Actor;

beforeAll(async () => {
  const { id } = await makeAccount();
  owner = await makePerson(id, "owner");
  sales = await makePerson(id, "sales", ["11"]);
  await mirrorTestCustomers(id, [
    { id: "11", organization: "=HYPERLINK(1)", country: "FR", createdAt: "2026-01-02T03:04:05.000Z" },
    { id: "12", organization: 'Quote " and, comma' },
  ]);
  await mirrorTestOrders(
    id,
    Array.from({ length: COUNT }, (_, index) => ({
      id: String(1000 + index),
      customerId: index % 3 === 0 ? "11" : "12",
      title: index % 2 === 0 ? "Exchange" : null,
      seats: index % 5 === 0 ? null : index % 7,
      totals: [{ amount: "-12.50", currency: "EUR" }],
      createdAt: new Date(Date.UTC(2026, 0, 1, index % 24)).toISOString(),
    })),
  );
  await mirrorTestSubscriptions(id, [
    {
      id: "7",
      customerId: "11",
      name: "+Backup",
      unitPrice: { amount: "9.90", currency: "CHF" },
      renewsAt: "2026-12-01T00:00:00.000Z",
      term: { count: 1, unit: "year" },
    },
    { id: "8", customerId: "12", billingType: "usage" },
  ]);
});

const lines = async (answer: Promise<Response>) => (await (await answer).text()).trimEnd().split("\r\n");

describe("a list as a file", () => {
  test("has exactly the list's rows, in the list's order, over many batches", async () => {
    const query = orderListQuerySchema.parse({ q: "exchange", sort: "-seats", limit: "500" });
    const [header, ...rows] = await lines(
      actingAs(owner, () => exportOrders(query, ["order", "seats", "total"])),
    );
    expect(header).toBe(
      "orders.columns.order,orders.columns.seats,orders.columns.total,orders.columns.currency",
    );
    const expected: string[] = [];
    let cursor: string | null = null;
    do {
      const page: Awaited<ReturnType<typeof listOrders>> = await actingAs(owner, () =>
        listOrders({ ...query, ...(cursor ? { cursor } : {}) }),
      );
      expected.push(...page.rows.map(({ id, seats }) => `${id},${seats ?? ""},-12.50,EUR`));
      cursor = page.nextCursor;
    } while (cursor !== null);
    expect(rows).toEqual(expected);
    expect(rows.length).toBeGreaterThan(1000);
  });

  test("puts an id that was typed whole first, as the list does, and once", async () => {
    const query = orderListQuerySchema.parse({ q: "1500" });
    const [, ...rows] = await lines(actingAs(owner, () => exportOrders(query, ["order"])));
    expect(rows[0]).toBe("1500");
    expect(new Set(rows).size).toBe(rows.length);
  });

  test("disarms formulas, tells dates as ISO, names what is shown in the person's language", async () => {
    const query = customerListQuerySchema.parse({});
    expect(
      await lines(actingAs(owner, () => exportCustomers(query, ["name", "country", "created"]))),
    ).toEqual([
      "customers.columns.organization,customers.columns.country,customers.columns.created",
      "'=HYPERLINK(1),France,2026-01-02T03:04:05.000Z",
      '"Quote "" and, comma",,',
    ]);
    const all = await lines(
      actingAs(owner, () =>
        exportSubscriptions(subscriptionListQuerySchema.parse({ sort: "id" }), [
          "name",
          "unit",
          "term",
          "renewal",
        ]),
      ),
    );
    expect(all.slice(1)).toEqual([
      "'+Backup,9.90,CHF,subscriptions.term.year.1,2026-12-01T00:00:00.000Z",
      "Plan 8,subscriptions.usage,,,",
    ]);
  });

  test("has a sales person's customers only, and no customer of somebody else", async () => {
    const [, ...rows] = await lines(
      actingAs(sales, () => exportOrders(orderListQuerySchema.parse({}), ["order"])),
    );
    expect(rows).toHaveLength(Math.ceil(COUNT / 3));
    const foreign = orderListQuerySchema.parse({ customer: "12" });
    await expect(actingAs(sales, () => exportOrders(foreign))).rejects.toMatchObject({ code: "NOT_FOUND" });
    await expect(
      actingAs(sales, () => exportOrders(orderListQuerySchema.parse({}), ["order"], "12")),
    ).rejects.toMatchObject({ code: "NOT_FOUND" });
  });

  test("is on record: which list, which filters, how many rows; not what was searched for", async () => {
    const person = await makePerson(owner.accountId, "admin");
    const query = orderListQuerySchema.parse({ q: "exchange", kind: "new" });
    await lines(actingAs(person, () => exportOrders(query, ["order"])));
    const broken = await actingAs(person, () => exportOrders(orderListQuerySchema.parse({}), ["order"]));
    const reader = broken.body?.getReader();
    await reader?.read();
    await reader?.cancel();
    const db = await getDb();
    const entries = (await db.select().from(auditLog)).filter(({ userId }) => userId === person.userId);
    expect(entries).toMatchObject([
      {
        action: "lists:export",
        resource: "orders",
        outcome: "done",
        details: { rows: Math.ceil(COUNT / 2), filters: { kind: "new" }, searched: true },
      },
      { action: "lists:export", outcome: "failed" },
    ]);
    expect(JSON.stringify(entries.map(({ details }) => details))).not.toContain("exchange");
  });
});
