import { expect, test } from "vitest";
import { startEmulator } from "../start";
import type { Database } from "../state/database";

const EPOCH = "2026-03-10T09:00:00Z";

/** Everything but the tokens, as text. */
async function seeded(seed: number): Promise<string> {
  const running = await startEmulator({ port: 0, seed, epoch: EPOCH });
  running.emulator.clock.freeze(true);
  running.emulator.clock.set(Date.parse(EPOCH));
  const { db } = running.emulator;
  const { seedDatabase } = await import("./seed");
  seedDatabase(running.emulator);
  const text = ["customers", "tenants", "products", "orders", "subscriptions", "carts", "cart_items"]
    .map((table) => dump(db, table))
    .join("\n");
  await running.close();
  return text;
}

function dump(db: Database, table: string): string {
  return db
    .all<{ doc: string }>(`SELECT doc FROM ${table} ORDER BY 1`)
    .map((row) => row.doc)
    .join("\n");
}

test("the same seed gives the same data, another seed other data", async () => {
  const first = await seeded(1);
  expect(await seeded(1)).toBe(first);
  expect(await seeded(2)).not.toBe(first);
});

test("the demo has the design's counts, several countries, accents, customers without tenant and inactive ones", async () => {
  const running = await startEmulator({ port: 0, epoch: EPOCH });
  const { db } = running.emulator;
  const count = (table: string) =>
    db.get<{ n: number }>(`SELECT count(*) AS n FROM ${table} WHERE account_id = '10001'`)?.n;
  expect([count("products"), count("customers"), count("orders"), count("subscriptions")]).toEqual([
    40, 60, 120, 160,
  ]);
  const customers = db
    .all<{ doc: string }>("SELECT doc FROM customers WHERE account_id = '10001'")
    .map((row) => row.doc);
  const countries = new Set(
    customers.map((doc) => (JSON.parse(doc) as { address: { country: string } }).address.country),
  );
  expect(countries.size).toBeGreaterThanOrEqual(10);
  expect(customers.join("")).toMatch(/[éüøłñ]/);
  expect(customers.filter((doc) => doc.includes('"INACTIVE"')).length).toBe(4);
  const tenants =
    db.get<{ n: number }>("SELECT count(DISTINCT customer_id) AS n FROM tenants WHERE provider_id = 30")?.n ??
    0;
  expect(tenants).toBeGreaterThan(40);
  expect(tenants).toBeLessThan(60);
  const emails = customers.map((doc) => (JSON.parse(doc) as { email: string }).email);
  expect(new Set(emails).size).toBe(60);
  expect(emails.every((email) => /^[a-z0-9.]+@[a-z0-9]+\.example$/.test(email))).toBe(true);
  await running.close();
});

test("nothing seeded lies in the future, no order before its customer, and what renews does so in the future", async () => {
  const running = await startEmulator({ port: 0, epoch: EPOCH });
  const { db } = running.emulator;
  const now = Date.parse(EPOCH) + 60_000;
  expect(db.all("SELECT 1 FROM orders WHERE created_at > ? OR updated_at > ?", now, now)).toEqual([]);
  expect(db.all("SELECT 1 FROM subscriptions WHERE started_at > ?", now)).toEqual([]);
  expect(db.all("SELECT 1 FROM subscriptions WHERE next_at IS NOT NULL AND next_at <= ?", now)).toEqual([]);
  expect(db.all("SELECT 1 FROM orders WHERE next_at IS NOT NULL")).toEqual([]);
  const early = db.all<{ created: string; at: number }>(
    "SELECT json_extract(customers.doc, '$.createTime') AS created, created_at AS at FROM orders JOIN customers USING (customer_id)",
  );
  expect(early.filter(({ created, at }) => at < Date.parse(created))).toEqual([]);
  await running.close();
});
