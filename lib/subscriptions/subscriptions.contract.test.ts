import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { actingAs } from "@/lib/auth/acting-as";
import type { Actor } from "@/lib/auth/actor";
import { makeAccount, makePerson } from "@/lib/db/testing/people";
import type { IonClient } from "@/lib/ion/client";
import { connectIon, storeRefreshToken } from "@/lib/ion/connect";
import { type RunningEmulator, startEmulator } from "@/lib/ion/testing/start-emulator";
import { syncAll } from "@/lib/jobs/testing/sync-all";
import { getSubscription } from "./get-subscription";
import { listCustomerSubscriptions } from "./list-customer-subscriptions";
import { listSubscriptions } from "./list-subscriptions";
import { type SubscriptionListPage, subscriptionListPageSchema } from "./subscription-list-page";
import { subscriptionListQuerySchema } from "./subscription-list-schema";

let emulator: RunningEmulator;
let ion: IonClient;
let accountId: string;
let owner: Actor;
let admin: Actor;
let sales: Actor;
/** Two customers that have subscriptions; the first is the sales person's. */
let mine: string;
let other: string;

beforeAll(async () => {
  emulator = await startEmulator();
  process.env.ION_BASE_URL = emulator.url;
  const account = await makeAccount(emulator.accountId);
  accountId = account.id;
  await storeRefreshToken(accountId, emulator.refreshToken);
  ion = await connectIon(accountId);
  const { subscriptions } = await ion.subscriptions.list({ limit: 100 });
  const withSome = [...new Set(subscriptions.flatMap(({ customerId }) => customerId ?? []))];
  [mine = "", other = ""] = withSome;
  owner = await makePerson(accountId, "owner");
  admin = await makePerson(accountId, "admin");
  sales = await makePerson(accountId, "sales", [mine]);
  await syncAll(accountId, ["customers", "subscriptions"]);
});
afterEach(async () => {
  await emulator.control("DELETE", "/faults");
});
afterAll(() => emulator.stop());

const query = (given: Record<string, string> = {}) => subscriptionListQuerySchema.parse(given);
const list = (actor: Actor, given: Record<string, string> = {}) =>
  actingAs(actor, () => listSubscriptions(query(given)));
const one = async (actor: Actor, customerId = mine) => {
  const [row] = (await actingAs(owner, () => listCustomerSubscriptions(customerId, query()))).rows;
  if (!row) throw new Error("no subscription");
  return actingAs(actor, () => getSubscription(customerId, row.id));
};
async function everyPage(actor: Actor, given: Record<string, string> = {}) {
  const pages: SubscriptionListPage[] = [];
  let cursor: string | null = null;
  do {
    const page: SubscriptionListPage = await list(actor, {
      ...given,
      limit: "25",
      ...(cursor ? { cursor } : {}),
    });
    pages.push(page);
    cursor = page.nextCursor;
  } while (cursor !== null);
  return pages;
}

describe("the list of subscriptions", () => {
  test("pages to the end with the exact total, each row once", async () => {
    const pages = await everyPage(owner);
    const ids = pages.flatMap(({ rows }) => rows.map(({ id }) => id));
    subscriptionListPageSchema.parse(pages[0]);
    expect(ids.length).toBe(pages[0]?.total);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids.length).toBeGreaterThan(25);
  });

  test("filters by status, name, vendor and customer, and sorts", async () => {
    const { rows } = await list(owner);
    const sample = rows.find((row) => row.state === "active" && row.providerId !== null);
    expect(sample).toBeDefined();
    const active = await list(owner, { status: "active" });
    expect(active.rows.every(({ status }) => status === "ACTIVE")).toBe(true);
    const vendor = await list(owner, { provider: sample?.providerId ?? "" });
    expect(vendor.rows.every(({ providerId }) => providerId === sample?.providerId)).toBe(true);
    const named = await list(owner, { q: sample?.name ?? "" });
    expect(named.rows.length).toBeGreaterThan(0);
    expect(named.total).toBeLessThan(active.total ?? 0);
    const customers = await list(owner, { customer: mine });
    expect(customers.rows.every(({ customerId }) => customerId === mine)).toBe(true);
    const seats = (await list(owner, { sort: "-seats" })).rows.map((row) => row.seats ?? 0);
    expect(seats).toEqual([...seats].sort((a, b) => b - a));
  });

  test("with Ion down the list stays, and says as of when it is", async () => {
    const before = await list(owner);
    await emulator.control("POST", "/faults", { path: "*", kind: "status", status: 503 });
    const after = await list(owner);
    expect(after.rows).toEqual(before.rows);
    expect(after.freshness).toEqual(before.freshness);
    expect(after.freshness.asOf).toEqual(expect.any(String));
  });
});

describe("who sees which subscriptions", () => {
  test("sales people get their customers' only, with an exact total, in every page and filter", async () => {
    const all = (await everyPage(owner, { customer: mine })).flatMap(({ rows }) => rows.map(({ id }) => id));
    const seen = await everyPage(sales);
    expect(seen.flatMap(({ rows }) => rows.map(({ id }) => id)).sort()).toEqual(all.sort());
    expect(seen[0]?.total).toBe(all.length);
    const { rows } = await list(sales, { status: "active", sort: "-seats" });
    expect(rows.every((row) => row.customerId === mine && row.status === "ACTIVE")).toBe(true);
    await expect(list(sales, { customer: other })).rejects.toMatchObject({ code: "NOT_FOUND" });
    await expect(one(sales, other)).rejects.toMatchObject({ code: "NOT_FOUND" });
  });

  test("cost and margin leave the server for owners and admins only", async () => {
    for (const actor of [owner, admin]) {
      expect(await one(actor)).toHaveProperty("cost");
      expect(await one(actor)).toHaveProperty("margin");
    }
    const seen = await one(sales);
    for (const field of ["cost", "margin", "listPrice"]) expect(seen).not.toHaveProperty(field);
    expect(seen.unitPrice).not.toBeNull();
  });

  test("the other reseller account gets nothing of ours", async () => {
    const account = await makeAccount("10002");
    await storeRefreshToken(account.id, await emulator.newRefreshToken("10002"));
    const stranger = await makePerson(account.id, "owner");
    await syncAll(account.id, ["subscriptions"]);
    const theirs = await everyPage(stranger);
    const ours = await everyPage(owner);
    const own = new Set(ours.flatMap(({ rows }) => rows.map(({ id }) => id)));
    expect(theirs.flatMap(({ rows }) => rows).some(({ id }) => own.has(id))).toBe(false);
    await expect(one(stranger)).rejects.toMatchObject({ code: "NOT_FOUND" });
  });
});

describe("one subscription", () => {
  test("says what Ion says: dates, limit of cancellation, activity", async () => {
    const subscription = await one(owner);
    const raw = await ion.subscriptions.get(mine, subscription.id);
    expect(subscription.cancellation.until).toBe(raw.cancellableUntil);
    expect(subscription.seats).toBe(raw.licenses);
    expect(subscription.activity).toHaveLength(raw.activityLogs?.length ?? 0);
    expect(JSON.stringify(subscription)).not.toMatch(/"raw":/);
  });

  test("of another customer, and one that does not exist, is not found", async () => {
    const { id } = await one(owner);
    for (const [customerId, subscriptionId] of [
      [other, id],
      [mine, "99999999"],
    ] as const) {
      await expect(actingAs(owner, () => getSubscription(customerId, subscriptionId))).rejects.toMatchObject({
        code: "NOT_FOUND",
      });
    }
  });
});
