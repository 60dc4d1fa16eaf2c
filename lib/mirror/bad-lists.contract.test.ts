import { randomBytes } from "node:crypto";
import { asc, eq, sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { productMirror } from "@/lib/catalog/product-mirror";
import { customerMirror } from "@/lib/customers/customer-mirror";
import { getDb } from "@/lib/db/client";
import { mirrorCustomers, mirrorProducts } from "@/lib/db/schema/mirror";
import { syncRuns } from "@/lib/db/schema/sync-runs";
import { makeAccount } from "@/lib/db/testing/people";
import { storeRefreshToken } from "@/lib/ion/connect";
import { type FakeRequest, json, startFakeIon } from "@/lib/ion/testing/fake-ion";
import { type SyncOptions, syncResource } from "./sync";

// Lists as no server should answer them, over real HTTP: each pass ends, says what it skipped, and the rest is there.

const FULL: SyncOptions = { kind: "full", trigger: "schedule" };
const MEGABYTE = 1024 * 1024;
let ion: Awaited<ReturnType<typeof startFakeIon>>;
/** What the list answers. */
let list: (request: { token: string | null; pageSize: number }) => object = () => ({});

beforeAll(async () => {
  ion = await startFakeIon();
  process.env.ION_BASE_URL = ion.baseUrl;
  ion.otherwise((response, request) => answer(request)(response, request));
  await getDb();
});
afterAll(() => ion.stop());

function answer({ url }: FakeRequest) {
  const { pathname, searchParams } = new URL(url, ion.baseUrl);
  if (pathname === "/oauth/token") {
    return json(200, { access_token: "a", refresh_token: "r", expires_in: 7200, token_type: "Bearer" });
  }
  if (/\/(customers|products)$/.test(pathname)) {
    return json(
      200,
      list({ token: searchParams.get("pageToken"), pageSize: Number(searchParams.get("pageSize")) }),
    );
  }
  if (pathname.endsWith("/categories")) return json(200, {});
  return json(404, { error: "NOT_FOUND", message: "not there", code: 5 });
}

async function connectedAccount(): Promise<string> {
  const { id } = await makeAccount();
  await storeRefreshToken(id, "any");
  return id;
}

function customer(id: number | string, over: object = {}) {
  return { name: `accounts/1/customers/${id}`, customerOrganization: `Customer ${id}`, ...over };
}

function product(id: string, descriptionBytes = 0) {
  const marketing = { displayName: `Product ${id}`, description: "x".repeat(descriptionBytes) };
  return { name: `accounts/1/products/${id}`, id, marketing };
}

async function customerIds(accountId: string): Promise<string[]> {
  const db = await getDb();
  const rows = await db
    .select({ id: mirrorCustomers.id })
    .from(mirrorCustomers)
    .where(eq(mirrorCustomers.accountId, accountId))
    .orderBy(asc(mirrorCustomers.id));
  return rows.map(({ id }) => id);
}

async function lastRun(accountId: string) {
  const db = await getDb();
  const [run] = await db
    .select()
    .from(syncRuns)
    .where(eq(syncRuns.accountId, accountId))
    .orderBy(sql`started_at desc`)
    .limit(1);
  if (!run) throw new Error("no run");
  return run;
}

describe("a list that does not end", () => {
  test("the same page token for ever: the pass ends, and counts nobody as missing", async () => {
    const accountId = await connectedAccount();
    list = () => ({ customers: [1, 2, 3, 4].map((id) => customer(id)) });
    await syncResource(customerMirror, accountId, FULL);
    list = () => ({ customers: [customer(5)], nextPageToken: "again" });
    expect(await syncResource(customerMirror, accountId, FULL)).toMatchObject({
      state: "done",
      inserted: 1,
      missing: 0,
      skipped: 1,
    });
    expect(await customerIds(accountId)).toEqual(["1", "2", "3", "4", "5"]);
    expect((await lastRun(accountId)).skipped[0]?.reason).toMatch(/came back to a page/);
  });

  test("ever new tokens and nothing new behind them", async () => {
    const accountId = await connectedAccount();
    let pages = 0;
    list = () => {
      pages += 1;
      return { customers: [customer(1)], nextPageToken: `t${pages}` };
    };
    expect(await syncResource(customerMirror, accountId, FULL)).toMatchObject({ state: "done", rows: 1 });
    expect(pages).toBeLessThan(250);
    expect((await lastRun(accountId)).skipped.at(-1)?.reason).toMatch(/no new rows/);
  });
});

test("a page that repeats rows brings each once", async () => {
  const accountId = await connectedAccount();
  list = ({ token }) =>
    token
      ? { customers: [customer(2), customer(3), customer(3)] }
      : { customers: [customer(1), customer(2), customer(2)], nextPageToken: "t" };
  expect(await syncResource(customerMirror, accountId, FULL)).toMatchObject({
    state: "done",
    rows: 3,
    inserted: 3,
    updated: 0,
  });
  expect(await syncResource(customerMirror, accountId, FULL)).toMatchObject({ unchanged: 3, updated: 0 });
});

test("rows without ids and rows that make no sense are skipped, and said", async () => {
  const accountId = await connectedAccount();
  const nonsense = [
    {},
    null,
    7,
    "x",
    { customerOrganization: "No name" },
    customer(8, { customerAddress: "no" }),
  ];
  list = () => ({ customers: [customer(1), ...nonsense, customer(2)] });
  expect(await syncResource(customerMirror, accountId, FULL)).toMatchObject({
    state: "done",
    rows: 2,
    skipped: 6,
  });
  expect(await customerIds(accountId)).toEqual(["1", "2"]);
  const { skipped } = await lastRun(accountId);
  expect(skipped).toHaveLength(6);
  expect(skipped.at(-1)).toMatchObject({
    page: 1,
    id: "8",
    reason: expect.stringContaining("customerAddress"),
  });
});

test("a row that came unreadable is not missing", async () => {
  const accountId = await connectedAccount();
  list = () => ({ customers: [customer(1), customer(2)] });
  await syncResource(customerMirror, accountId, FULL);
  list = () => ({ customers: [customer(1), customer(2, { customerAddress: "no" })] });
  expect(await syncResource(customerMirror, accountId, FULL)).toMatchObject({ skipped: 1, missing: 0 });
});

test("what the database can't store costs the row, or the character", async () => {
  const accountId = await connectedAccount();
  list = () => ({
    customers: [
      customer(1, { customerOrganization: "Zero\u0000 and half \ud83d" }),
      // Longer than an index entry may be.
      customer(randomBytes(10_000).toString("hex")),
      customer(2),
    ],
  });
  expect(await syncResource(customerMirror, accountId, FULL)).toMatchObject({
    state: "done",
    inserted: 2,
    skipped: 1,
  });
  const db = await getDb();
  const [row] = await db.select().from(mirrorCustomers).where(eq(mirrorCustomers.accountId, accountId));
  expect(row?.organization).toBe("Zero\ufffd and half \ufffd");
  expect((await lastRun(accountId)).skipped[0]?.reason).toMatch(/database/);
});

describe("products that are too large", () => {
  const idsOf = async (accountId: string) => {
    const db = await getDb();
    const rows = await db
      .select({ id: mirrorProducts.id, bytes: sql<number>`length(raw::text)` })
      .from(mirrorProducts)
      .where(eq(mirrorProducts.accountId, accountId))
      .orderBy(asc(mirrorProducts.id));
    return rows;
  };
  /** A list by offset tokens that keeps to the page size it is asked for. */
  const paged = (products: object[]) => (request: { token: string | null; pageSize: number }) => {
    const start = Number(request.token ?? 0);
    const next = start + request.pageSize;
    return {
      products: products.slice(start, next),
      ...(next < products.length ? { nextPageToken: String(next) } : {}),
    };
  };

  test("one of 5 MB is there like any other", async () => {
    const accountId = await connectedAccount();
    list = paged([product("a"), product("b", 5 * MEGABYTE), product("c")]);
    expect(await syncResource(productMirror, accountId, FULL)).toMatchObject({
      state: "done",
      inserted: 3,
      skipped: 0,
    });
    const rows = await idsOf(accountId);
    expect(rows.map(({ id }) => id)).toEqual(["a", "b", "c"]);
    expect(rows[1]?.bytes).toBeGreaterThan(5 * MEGABYTE);
  });

  test("a page above the limit is asked for in smaller ones", async () => {
    const accountId = await connectedAccount();
    const large = ["a", "b", "c", "d"].map((id) => product(id, 7 * MEGABYTE));
    list = paged([...large, ...["e", "f"].map((id) => product(id))]);
    expect(await syncResource(productMirror, accountId, FULL)).toMatchObject({
      state: "done",
      inserted: 6,
      skipped: 0,
    });
    expect((await idsOf(accountId)).map(({ id }) => id)).toEqual(["a", "b", "c", "d", "e", "f"]);
  }, 60_000);
});
