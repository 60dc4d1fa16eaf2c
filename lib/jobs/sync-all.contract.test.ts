import { eq, sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type CustomersPortal, startCustomersPortal } from "@/lib/customers/testing/customers-portal";
import { getDb } from "@/lib/db/client";
import { mirrorState } from "@/lib/db/schema/mirror";
import { collect } from "@/lib/ion/testing/connect-emulator";
import { readLabels } from "@/lib/mirror/labels";
import { putMirrored } from "@/lib/mirror/put-mirrored";
import { type SyncOptions, syncResource } from "@/lib/mirror/sync";
import { MIRROR_SOURCES } from "./mirror-sources";
import { syncAll } from "./testing/sync-all";

// Every mirrored resource against the emulator's lists.

const FULL: SyncOptions = { kind: "full", trigger: "schedule" };
let portal: CustomersPortal;
let accountId: string;

beforeAll(async () => {
  portal = await startCustomersPortal();
  accountId = portal.owner.accountId;
  await syncAll(accountId);
});
afterAll(async () => portal.emulator.stop());

async function count(table: (typeof MIRROR_SOURCES)["orders"]["table"]): Promise<number> {
  const db = await getDb();
  return db.$count(table, eq(table.accountId, accountId));
}

test("the mirrors hold what Ion lists, row for row", async () => {
  const { ion } = portal;
  const listed = {
    products: await collect(ion.products.listAll()),
    customers: await collect(ion.customers.listAll()),
    orders: await collect(ion.orders.listAllForAccount()),
    subscriptions: await collect(ion.subscriptions.listAll()),
  };
  for (const source of Object.values(MIRROR_SOURCES)) {
    expect(await count(source.table), source.resource).toBe(listed[source.resource].length);
  }
});

test("a second pass writes nothing, raises no version and costs the database a fraction", async () => {
  const db = await getDb();
  const before = await db.select().from(mirrorState).where(eq(mirrorState.accountId, accountId));
  for (const source of Object.values(MIRROR_SOURCES)) {
    const pass = await syncResource(source, accountId, FULL);
    expect(pass, source.resource).toMatchObject({
      state: "done",
      inserted: 0,
      updated: 0,
      missing: 0,
      skipped: 0,
    });
    expect(pass.unchanged, source.resource).toBe(await count(source.table));
  }
  const after = await db.select().from(mirrorState).where(eq(mirrorState.accountId, accountId));
  const versions = (states: typeof before) =>
    states.map(({ resource, version }) => [resource, version]).sort();
  expect(versions(after)).toEqual(versions(before));
});

test("rows that went through the staging table are the same rows to the next pass", async () => {
  const db = await getDb();
  for (const source of Object.values(MIRROR_SOURCES)) {
    // As if every row had been mapped by an older version of the portal.
    await db.execute(sql`update ${source.table} set hash = 'older' where account_id = ${accountId}`);
    const total = await count(source.table);
    expect(await syncResource(source, accountId, FULL), source.resource).toMatchObject({
      state: "done",
      updated: total,
    });
    expect(await syncResource(source, accountId, FULL), source.resource).toMatchObject({
      updated: 0,
      unchanged: total,
    });
  }
});

test("Ion's answer about a single thing changes no list, and the list takes nothing of it away", async () => {
  const db = await getDb();
  for (const source of Object.values(MIRROR_SOURCES)) {
    const { table } = source;
    const [row] = await db
      .select({ id: table.id, raw: table.raw })
      .from(table)
      .where(eq(table.accountId, accountId))
      .orderBy(table.id)
      .limit(1);
    if (!row) throw new Error("no row");
    const customerId = typeof row.raw.customerId === "string" ? row.raw.customerId : null;
    const item = await source.readOne(portal.ion, { id: row.id, customerId });
    await putMirrored(source, accountId, [item], new Date());
    expect(await syncResource(source, accountId, FULL), source.resource).toMatchObject({ updated: 0 });
  }
});

test("the names of categories and providers are kept with the catalog", async () => {
  expect((await readLabels(accountId, "category")).size).toBeGreaterThan(0);
  expect((await readLabels(accountId, "provider")).size).toBeGreaterThan(0);
});
