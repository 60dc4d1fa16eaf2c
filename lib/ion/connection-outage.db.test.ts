import { eq } from "drizzle-orm";
import { beforeEach, describe, expect, test, vi } from "vitest";
import { getDb } from "@/lib/db/client";
import { ionConnections } from "@/lib/db/schema/connections";
import { makeAccount } from "@/lib/db/testing/people";
import { watchOutage } from "./connection-outage";

const at = (second: number) => new Date(Date.UTC(2026, 2, 1, 12, 0, second));
let accountId: string;
let ionId = 40_000;

beforeEach(async () => {
  ionId += 1;
  accountId = (await makeAccount(String(ionId))).id;
  const db = await getDb();
  await db.insert(ionConnections).values({ accountId, state: "ok" });
});

async function since(): Promise<string | null> {
  const db = await getDb();
  const [row] = await db.select().from(ionConnections).where(eq(ionConnections.accountId, accountId));
  return row?.silentSince?.toISOString() ?? null;
}
/** What another process of the portal does, which knows nothing of this one. */
function otherProcess(act: () => void) {
  const held = globalThis as { ionOutages?: Map<string, unknown> };
  const mine = held.ionOutages;
  held.ionOutages = new Map();
  act();
  held.ionOutages = mine as never;
}

describe("since when Ion has not answered", () => {
  test("is the first of several failed attempts in a row, not the one that was noticed", async () => {
    watchOutage(accountId, "down", { now: at(1) });
    watchOutage(accountId, "down", { now: at(5) });
    watchOutage(accountId, "down", { now: at(9) });
    await vi.waitFor(async () => expect(await since()).toBe(at(1).toISOString()));
  });

  test("is nothing after a single failed attempt", async () => {
    watchOutage(accountId, "down", { now: at(1) });
    watchOutage(accountId, "ok", { now: at(2) });
    watchOutage(accountId, "down", { now: at(3) });
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect(await since()).toBeNull();
  });

  test("is nothing while Ion only fails at single questions, and something when nobody answers for it", async () => {
    for (const second of [1, 2, 3]) watchOutage(accountId, "down", { status: 500, now: at(second) });
    for (const second of [4, 5, 6]) watchOutage(accountId, "down", { status: 200, now: at(second) });
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect(await since()).toBeNull();
    for (const second of [7, 8]) watchOutage(accountId, "down", { status: 503, now: at(second) });
    await vi.waitFor(async () => expect(await since()).toBe(at(7).toISOString()));
  });

  test("is the same for every process, and the first one's", async () => {
    watchOutage(accountId, "down", { now: at(1) });
    watchOutage(accountId, "down", { now: at(2) });
    await vi.waitFor(async () => expect(await since()).toBe(at(1).toISOString()));
    otherProcess(() => {
      watchOutage(accountId, "down", { now: at(20) });
      watchOutage(accountId, "down", { now: at(21) });
    });
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect(await since()).toBe(at(1).toISOString());
  });

  test("ends with an answer to anybody, also in a process that never saw the outage", async () => {
    watchOutage(accountId, "down", { now: at(1) });
    watchOutage(accountId, "down", { now: at(2) });
    await vi.waitFor(async () => expect(await since()).not.toBeNull());
    otherProcess(() => watchOutage(accountId, "slow", { now: at(30) }));
    await vi.waitFor(async () => expect(await since()).toBeNull());
  });

  test("leaves the reason why a connection is lost alone", async () => {
    const db = await getDb();
    await db
      .update(ionConnections)
      .set({ state: "lost", stateReason: "cannot validate token" })
      .where(eq(ionConnections.accountId, accountId));
    watchOutage(accountId, "down", { now: at(1) });
    watchOutage(accountId, "down", { now: at(2) });
    watchOutage(accountId, "ok", { now: at(3) });
    await new Promise((resolve) => setTimeout(resolve, 100));
    const [row] = await db.select().from(ionConnections).where(eq(ionConnections.accountId, accountId));
    expect(row).toMatchObject({ state: "lost", stateReason: "cannot validate token" });
  });
});
