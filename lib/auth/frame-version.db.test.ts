import { eq } from "drizzle-orm";
import { beforeEach, describe, expect, test } from "vitest";
import { getConnectionState } from "@/lib/connection/get-connection-state";
import { getDb } from "@/lib/db/client";
import { ionConnections } from "@/lib/db/schema/connections";
import { savedViews } from "@/lib/db/schema/saved-views";
import { users } from "@/lib/db/schema/users";
import { makeAccount, makePerson } from "@/lib/db/testing/people";
import { readViews } from "@/lib/views/view-access";
import { actingAs } from "./acting-as";
import type { Actor } from "./actor";
import { loadActor } from "./load-actor";

let person: Actor;

beforeEach(async () => {
  const account = await makeAccount();
  person = await makePerson(account.id, "owner");
  await (await getDb()).insert(ionConnections).values({ accountId: account.id, state: "ok" });
});

/** The person as the next request finds them. */
async function inNextRequest(): Promise<Actor> {
  const actor = await loadActor(person.userId);
  if (!actor) throw new Error("no actor");
  return actor;
}

const connection = () => eq(ionConnections.accountId, person.accountId);
const view = (name: string, userId = person.userId) => ({
  accountId: person.accountId,
  userId,
  list: "orders" as const,
  name,
  shared: true,
  search: {},
});

/** Whether the version is another one after `change`. */
async function isRaisedBy(change: () => Promise<unknown>): Promise<boolean> {
  const before = (await inNextRequest()).frameVersion;
  await change();
  const after = (await inNextRequest()).frameVersion;
  expect(before).toEqual(expect.any(Number));
  return before !== after;
}

describe("the version of what stands around every page", () => {
  test("is raised by each change to a saved view, and to the name of somebody who may have made one", async () => {
    const db = await getDb();
    expect(await isRaisedBy(() => db.insert(savedViews).values(view("Mine")))).toBe(true);
    const mine = eq(savedViews.accountId, person.accountId);
    expect(await isRaisedBy(() => db.update(savedViews).set({ pinned: true }).where(mine))).toBe(true);
    const me = eq(users.id, person.userId);
    expect(await isRaisedBy(() => db.update(users).set({ name: "Somebody else" }).where(me))).toBe(true);
    expect(await isRaisedBy(() => db.delete(savedViews).where(mine))).toBe(true);
  });

  test("is raised by what the connection shows of itself, and by nothing else in it", async () => {
    const db = await getDb();
    const set = (values: Partial<typeof ionConnections.$inferInsert>) =>
      isRaisedBy(() => db.update(ionConnections).set(values).where(connection()));
    expect(await set({ silentSince: new Date() })).toBe(true);
    expect(await set({ silentSince: null })).toBe(true);
    expect(await set({ accessExpiresAt: new Date() })).toBe(true);
    expect(await set({ refreshExpiresAt: new Date() })).toBe(true);
    expect(await set({ rotationFailingSince: new Date() })).toBe(true);
    expect(await set({ state: "lost" })).toBe(true);
    expect(await set({ state: "lost", rotationLeaseOwner: "a process", updatedAt: new Date() })).toBe(false);
    expect(await isRaisedBy(() => db.delete(ionConnections).where(connection()))).toBe(true);
  });

  test("is the account's own", async () => {
    const db = await getDb();
    const elsewhere = await makePerson((await makeAccount()).id, "owner");
    const other = { ...view("Theirs", elsewhere.userId), accountId: elsewhere.accountId };
    expect(await isRaisedBy(() => db.insert(savedViews).values(other))).toBe(false);
  });
});

describe("what is kept by it", () => {
  test("is not asked for again, and is as new as the request", async () => {
    const db = await getDb();
    await db.insert(savedViews).values(view("First"));
    const first = await inNextRequest();
    const names = async (actor: Actor) => (await readViews(actor)).map(({ name }) => name);
    expect(await names(first)).toEqual(["First"]);
    await db.insert(savedViews).values(view("Second"));
    expect(await names(first)).toEqual(["First"]);
    expect(await names(await inNextRequest())).toEqual(["First", "Second"]);
  });

  test("is nobody else's", async () => {
    const db = await getDb();
    await db.insert(savedViews).values({ ...view("Personal"), shared: false });
    expect(await readViews(await inNextRequest())).toHaveLength(1);
    const colleague = await makePerson(person.accountId, "owner");
    expect(await readViews(colleague)).toEqual([]);
  });

  test("is asked for each time by work that lasts longer than a request", async () => {
    const db = await getDb();
    await actingAs(await inNextRequest(), async () => {
      expect((await getConnectionState()).token.state).not.toBe("lost");
      await db.update(ionConnections).set({ state: "lost" }).where(connection());
      expect((await getConnectionState()).token.state).toBe("lost");
    });
  });
});
