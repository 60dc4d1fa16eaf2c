import { setTimeout } from "node:timers/promises";
import { and, asc, eq, sql } from "drizzle-orm";
import { beforeAll, describe, expect, test } from "vitest";
import { getDb } from "@/lib/db/client";
import { mirrorCustomers, mirrorState } from "@/lib/db/schema/mirror";
import { syncRunPages, syncRuns, syncStaged } from "@/lib/db/schema/sync-runs";
import { IonError } from "@/lib/ion/errors";
import { putMirrored } from "./put-mirrored";
import { type SyncOptions, syncResource } from "./sync";
import { connectedAccount, type ScriptedItem, scriptedSource, someItems } from "./testing/scripted-source";

const FULL: SyncOptions = { kind: "full", trigger: "schedule", tuning: { flushMs: 0 } };

// The embedded database takes seconds to come up.
beforeAll(() => getDb());

async function rowsOf(accountId: string) {
  const db = await getDb();
  return db
    .select()
    .from(mirrorCustomers)
    .where(eq(mirrorCustomers.accountId, accountId))
    .orderBy(asc(mirrorCustomers.id));
}

async function stateOf(accountId: string) {
  const db = await getDb();
  const [state] = await db.select().from(mirrorState).where(eq(mirrorState.accountId, accountId));
  if (!state) throw new Error("no state");
  return state;
}

async function runsOf(accountId: string) {
  const db = await getDb();
  return db.select().from(syncRuns).where(eq(syncRuns.accountId, accountId)).orderBy(asc(syncRuns.startedAt));
}

/** The versions of the rows, as PostgreSQL itself tells them: a row that is written again has another xmin. */
async function versionsOf(accountId: string) {
  const db = await getDb();
  return db
    .select({ id: mirrorCustomers.id, version: sql<string>`xmin::text` })
    .from(mirrorCustomers)
    .where(eq(mirrorCustomers.accountId, accountId))
    .orderBy(asc(mirrorCustomers.id));
}

describe("a first pass", () => {
  test("fills the mirror, says when, and leaves nothing behind", async () => {
    const accountId = await connectedAccount();
    const { source } = scriptedSource(someItems(35));
    const done = await syncResource(source, accountId, FULL);
    expect(done).toMatchObject({ state: "done", pages: 4, rows: 35, inserted: 35, unchanged: 0 });
    expect(await rowsOf(accountId)).toHaveLength(35);
    const state = await stateOf(accountId);
    expect(state).toMatchObject({ leaseOwner: null, leaseUntil: null });
    expect(state.fullAt).toBe(state.syncedAt);
    const [run] = await runsOf(accountId);
    expect(run).toMatchObject({ state: "done", rows: 35, expected: 35, inserted: 35, difference: null });
    const db = await getDb();
    expect(
      await db
        .select()
        .from(syncRunPages)
        .where(eq(syncRunPages.runId, run?.id ?? "")),
    ).toEqual([]);
  });

  test("shows its rows while it runs", async () => {
    const accountId = await connectedAccount();
    const { source, script } = scriptedSource(someItems(30));
    const seen: number[] = [];
    script.onPage = async () => {
      seen.push((await rowsOf(accountId)).length);
    };
    await syncResource(source, accountId, FULL);
    expect(seen[0]).toBe(0);
    expect(seen.at(-1)).toBeGreaterThan(0);
  });
});

describe("a pass with nothing changed", () => {
  test("writes no row and raises no version", async () => {
    const accountId = await connectedAccount();
    const { source } = scriptedSource(someItems(40));
    await syncResource(source, accountId, FULL);
    const before = await versionsOf(accountId);
    const { version } = await stateOf(accountId);
    const again = await syncResource(source, accountId, FULL);
    expect(again).toMatchObject({ state: "done", rows: 40, inserted: 0, updated: 0, unchanged: 40 });
    expect(await versionsOf(accountId)).toEqual(before);
    expect((await stateOf(accountId)).version).toBe(version);
  });

  test("is unchanged also after a single answer brought more than the list has, which stays", async () => {
    const accountId = await connectedAccount();
    const items = someItems(3);
    const { source, script } = scriptedSource(items);
    await syncResource(source, accountId, FULL);
    const [first] = items;
    if (!first) throw new Error("no item");
    const detailed = { ...first, note: "contoso.example" };
    expect(await putMirrored(source, accountId, [detailed], new Date())).toEqual({ changed: 1 });
    expect(await putMirrored(source, accountId, [detailed], new Date())).toEqual({ changed: 0 });
    expect(await syncResource(source, accountId, FULL)).toMatchObject({ updated: 0, unchanged: 3 });
    script.items = items.with(0, { ...first, name: "Renamed" });
    expect(await syncResource(source, accountId, FULL)).toMatchObject({ updated: 1, unchanged: 2 });
    const [row] = await rowsOf(accountId);
    expect(row).toMatchObject({ organization: "Renamed", domain: "contoso.example" });
    expect(await syncResource(source, accountId, FULL)).toMatchObject({ updated: 0, unchanged: 3 });
  });
});

describe("a pass that was stopped", () => {
  test("goes on at its checkpoint, meets each row once and knows what it had met", async () => {
    const accountId = await connectedAccount();
    const { source, script } = scriptedSource(someItems(60));
    const stop = new AbortController();
    script.onPage = (from) => {
      if (from === "40") stop.abort();
    };
    const first = await syncResource(source, accountId, { ...FULL, signal: stop.signal });
    expect(first.state).toBe("stopped");
    expect((await stateOf(accountId)).leaseOwner).toBeNull();
    const asked = script.asked.length;
    expect(await syncResource(source, accountId, FULL)).toMatchObject({
      state: "done",
      rows: 60,
      inserted: 60,
      missing: 0,
    });
    expect(script.asked.slice(asked)[0]).not.toBeNull();
    expect(await runsOf(accountId)).toHaveLength(1);
  });

  test("goes on where it was after Ion was away", async () => {
    const accountId = await connectedAccount();
    const { source, script } = scriptedSource(someItems(60));
    const away = new IonError("unavailable", { operation: "x", method: "GET", path: "/", sent: "answered" });
    script.onPage = (from) => {
      if (from === "40") throw away;
    };
    expect((await syncResource(source, accountId, FULL)).state).toBe("failed");
    expect((await runsOf(accountId))[0]).toMatchObject({
      state: "failed",
      failure: { code: "ION_UNAVAILABLE" },
    });
    script.onPage = undefined;
    script.asked = [];
    expect(await syncResource(source, accountId, FULL)).toMatchObject({ state: "done", rows: 60 });
    expect(script.asked).toEqual(["40", "50"]);
  });

  test("starts anew when Ion no longer knows its page", async () => {
    const accountId = await connectedAccount();
    const { source, script } = scriptedSource(someItems(60));
    const stop = new AbortController();
    script.onPage = (from) => {
      if (from === "40") stop.abort();
    };
    await syncResource(source, accountId, { ...FULL, signal: stop.signal });
    script.asked = [];
    let refusals = 0;
    script.onPage = (from) => {
      if (from === null || refusals > 0) return;
      refusals += 1;
      throw new IonError("invalid", { operation: "x", method: "GET", path: "/", sent: "answered" });
    };
    expect(await syncResource(source, accountId, FULL)).toMatchObject({
      state: "done",
      rows: 60,
      missing: 0,
    });
    expect(script.asked[0]).toBeNull();
    expect(await rowsOf(accountId)).toHaveLength(60);
  });
});

describe("a row that Ion no longer lists", () => {
  test("goes only after two full passes and Ion's own 404", async () => {
    const accountId = await connectedAccount();
    const { source, script } = scriptedSource(someItems(50));
    await syncResource(source, accountId, FULL);
    script.items = script.items.slice(1);
    expect(await syncResource(source, accountId, FULL)).toMatchObject({ missing: 1, removed: 0 });
    expect(script.askedOne).toEqual([]);
    expect(await rowsOf(accountId)).toHaveLength(50);
    expect(await syncResource(source, accountId, FULL)).toMatchObject({ missing: 1, removed: 1 });
    expect(script.askedOne).toEqual(["1000"]);
    expect(await rowsOf(accountId)).toHaveLength(49);
  });

  test("stays when Ion still has it, and when Ion does not say", async () => {
    const accountId = await connectedAccount();
    const { source, script } = scriptedSource(someItems(50));
    await syncResource(source, accountId, FULL);
    script.hidden.set("1000", { id: "1000", name: "Still here" });
    script.hidden.set("1001", new Error("no answer"));
    script.items = script.items.slice(2);
    await syncResource(source, accountId, FULL);
    expect(await syncResource(source, accountId, FULL)).toMatchObject({ missing: 2, removed: 0 });
    const [there, unsure] = await rowsOf(accountId);
    expect(there).toMatchObject({ id: "1000", organization: "Still here", missedPasses: 0 });
    expect(unsure).toMatchObject({ id: "1001", missedPasses: 2 });
    script.hidden.delete("1001");
    expect(await syncResource(source, accountId, FULL)).toMatchObject({ removed: 1 });
  });

  test("is counted anew when it came back in between", async () => {
    const accountId = await connectedAccount();
    const all = someItems(50);
    const { source, script } = scriptedSource(all);
    await syncResource(source, accountId, FULL);
    for (const items of [all.slice(1), all, all.slice(1)]) {
      script.items = items;
      await syncResource(source, accountId, FULL);
    }
    expect(script.askedOne).toEqual([]);
    expect((await rowsOf(accountId))[0]?.missedPasses).toBe(1);
  });

  test("is not counted when it was read by itself after the pass began", async () => {
    const accountId = await connectedAccount();
    const all = someItems(50);
    const { source, script } = scriptedSource(all);
    await syncResource(source, accountId, FULL);
    script.items = all.slice(1);
    script.onPage = async (from) => {
      if (from !== "10") return;
      await putMirrored(source, accountId, [{ id: "1000", name: "Just changed" }], new Date());
    };
    await syncResource(source, accountId, FULL);
    expect((await rowsOf(accountId))[0]).toMatchObject({ organization: "Just changed", missedPasses: 0 });
  });
});

describe("an answer that is older than what stands there", () => {
  test("does not replace it, whichever way it comes", async () => {
    const accountId = await connectedAccount();
    const { source, script } = scriptedSource(someItems(3));
    await syncResource(source, accountId, FULL);
    const now = Date.now();
    await putMirrored(source, accountId, [{ id: "1000", name: "New" }], new Date(now + 5_000));
    expect(await putMirrored(source, accountId, [{ id: "1000", name: "Old" }], new Date(now))).toEqual({
      changed: 0,
    });
    script.items = someItems(3, { name: "Older list" });
    await syncResource(source, accountId, FULL);
    expect((await rowsOf(accountId)).map(({ organization }) => organization)).toEqual([
      "New",
      "Older list",
      "Older list",
    ]);
  });

  test("does not replace what a command wrote while the page was under way", async () => {
    const accountId = await connectedAccount();
    const { source, script } = scriptedSource(someItems(5));
    await syncResource(source, accountId, FULL);
    script.items = someItems(5, { name: "From the list" });
    script.onPage = async () => {
      await setTimeout(5);
      await putMirrored(source, accountId, [{ id: "1002", name: "From the command" }], new Date());
    };
    await syncResource(source, accountId, FULL);
    expect((await rowsOf(accountId))[2]?.organization).toBe("From the command");
  });
});

describe("an incremental pass", () => {
  const at = (minute: number) => new Date(Date.UTC(2026, 0, 1, 12, minute)).toISOString();
  const options: SyncOptions = { kind: "incremental", trigger: "schedule" };

  test("reads no further than what it knows, and counts nobody as missing", async () => {
    const accountId = await connectedAccount();
    const items: ScriptedItem[] = someItems(60).map((item, index) => ({ ...item, changedAt: at(index) }));
    const { changing, script } = scriptedSource(items);
    await syncResource(changing, accountId, FULL);
    expect(Date.parse((await stateOf(accountId)).watermark ?? "")).toBe(Date.parse(at(59)));
    script.asked = [];
    script.items = [...items.slice(1), { id: "2000", name: "New order", changedAt: at(70) }];
    expect(await syncResource(changing, accountId, options)).toMatchObject({
      state: "done",
      kind: "incremental",
      pages: 1,
      inserted: 1,
      updated: 0,
    });
    expect(script.asked[0]).toBe("changed:null");
    const rows = await rowsOf(accountId);
    expect(rows).toHaveLength(61);
    expect(rows[0]?.missedPasses).toBe(0);
    expect(Date.parse((await stateOf(accountId)).watermark ?? "")).toBe(Date.parse(at(70)));
  });

  test("is a full one before the first full one", async () => {
    const accountId = await connectedAccount();
    const { changing } = scriptedSource(someItems(5));
    expect(await syncResource(changing, accountId, options)).toMatchObject({ kind: "full", inserted: 5 });
  });

  test("keeps no run when there was nothing, unless a person asked", async () => {
    const accountId = await connectedAccount();
    const { changing } = scriptedSource(someItems(5, { changedAt: at(1) }));
    await syncResource(changing, accountId, FULL);
    await syncResource(changing, accountId, options);
    expect(await runsOf(accountId)).toHaveLength(1);
    await syncResource(changing, accountId, { ...options, trigger: "person" });
    expect((await runsOf(accountId)).map(({ kind }) => kind)).toEqual(["full", "incremental"]);
  });
});

describe("one pass at a time", () => {
  test("a second one is told that somebody is at it", async () => {
    const accountId = await connectedAccount();
    const { source, script } = scriptedSource(someItems(20));
    let second: Promise<{ state: string }> | undefined;
    script.onPage = () => {
      second ??= syncResource(source, accountId, FULL);
    };
    const first = await syncResource(source, accountId, FULL);
    expect([first.state, (await second)?.state]).toEqual(["done", "busy"]);
  });

  test("a pass that lost its lease writes nothing more", async () => {
    const accountId = await connectedAccount();
    const { source, script } = scriptedSource(someItems(40));
    const db = await getDb();
    script.onPage = async (from) => {
      if (from !== "20") return;
      // As if this process had slept for longer than its lease, and another had taken it.
      await db
        .update(mirrorState)
        .set({ leaseOwner: "another" })
        .where(and(eq(mirrorState.accountId, accountId), eq(mirrorState.resource, "customers")));
    };
    expect((await syncResource(source, accountId, FULL)).state).toBe("busy");
    const written = (await rowsOf(accountId)).length;
    expect(written).toBeLessThan(40);
    expect((await stateOf(accountId)).leaseOwner).toBe("another");
  });
});

test("staged rows and pages of finished runs are gone", async () => {
  const db = await getDb();
  const open = db.select({ id: syncRuns.id }).from(syncRuns).where(eq(syncRuns.state, "done"));
  const done = new Set((await open).map(({ id }) => id));
  const left = [...(await db.select().from(syncStaged)), ...(await db.select().from(syncRunPages))];
  expect(left.filter(({ runId }) => done.has(runId))).toEqual([]);
});
