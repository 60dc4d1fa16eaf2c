import { asc, eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { actingAs } from "@/lib/auth/acting-as";
import type { Actor } from "@/lib/auth/actor";
import { getDb } from "@/lib/db/client";
import { auditLog } from "@/lib/db/schema/audit";
import { mirrorCustomers } from "@/lib/db/schema/mirror";
import { syncStaged } from "@/lib/db/schema/sync-runs";
import { makePerson } from "@/lib/db/testing/people";
import { closeQueue } from "@/lib/queue";
import { decideSyncRun } from "./decide-sync-run";
import { getSyncOverview } from "./get-sync-overview";
import { listSyncRuns } from "./list-sync-runs";
import { type SyncOptions, syncResource } from "./sync";
import { connectedAccount, scriptedSource, someItems } from "./testing/scripted-source";

const FULL: SyncOptions = { kind: "full", trigger: "schedule", tuning: { flushMs: 0 } };

// The embedded database takes seconds to come up.
beforeAll(() => getDb());
afterAll(() => closeQueue(100));

async function namesOf(accountId: string): Promise<string[]> {
  const db = await getDb();
  const rows = await db
    .select()
    .from(mirrorCustomers)
    .where(eq(mirrorCustomers.accountId, accountId))
    .orderBy(asc(mirrorCustomers.id));
  return rows.map(({ organization }) => organization);
}

/** A mirror of 100 customers whose next pass finds `items`. */
async function mirrorOf100() {
  const accountId = await connectedAccount();
  const { source, script } = scriptedSource(someItems(100));
  await syncResource(source, accountId, FULL);
  const admin = await makePerson(accountId, "admin");
  return { accountId, source, script, admin };
}

async function heldRun(admin: Actor) {
  const { resources } = await actingAs(admin, getSyncOverview);
  const run = resources.find(({ resource }) => resource === "customers")?.run;
  if (run?.state !== "held") throw new Error("no run is held");
  return run;
}

describe("an implausible difference", () => {
  test("of rows that are gone stops the pass, changes nothing and shows what it would do", async () => {
    const { accountId, source, script, admin } = await mirrorOf100();
    script.items = script.items.slice(0, 60);
    expect(await syncResource(source, accountId, FULL)).toMatchObject({
      state: "held",
      missing: 40,
      removed: 0,
    });
    expect(await namesOf(accountId)).toHaveLength(100);
    const { difference } = await heldRun(admin);
    expect(difference).toMatchObject({ known: 100, missing: 40, changed: 0, fields: [] });
    expect(difference?.missingExamples).toHaveLength(20);
    expect(difference?.missingExamples[0]).toEqual({ id: "1060", name: "Customer 60" });
  });

  test("of one field on most rows stops it, with examples", async () => {
    const { accountId, source, script, admin } = await mirrorOf100();
    script.items = someItems(100, { status: "inactive" });
    expect((await syncResource(source, accountId, FULL)).state).toBe("held");
    const { difference } = await heldRun(admin);
    expect(difference).toMatchObject({ known: 100, missing: 0, changed: 100 });
    expect(difference?.fields).toEqual([{ field: "status", rows: 100, examples: expect.any(Array) }]);
    expect(difference?.fields[0]?.examples[0]).toEqual({ id: "1000", from: "active", to: "inactive" });
  });

  test("lets no other full pass start while nobody has decided", async () => {
    const { accountId, source, script, admin } = await mirrorOf100();
    script.items = [];
    await syncResource(source, accountId, FULL);
    script.asked = [];
    expect((await syncResource(source, accountId, FULL)).state).toBe("held");
    expect(script.asked).toEqual([]);
    expect(await namesOf(accountId)).toHaveLength(100);
    await heldRun(admin);
  });

  test("is applied when a person says so: changes at once, deletions still only after two passes", async () => {
    const { accountId, source, script, admin } = await mirrorOf100();
    script.items = someItems(60, { name: "Renamed" });
    await syncResource(source, accountId, FULL);
    const run = await heldRun(admin);
    await actingAs(admin, () => decideSyncRun({ runId: run.id, decision: "apply" }));
    script.asked = [];
    expect(await syncResource(source, accountId, FULL)).toMatchObject({
      state: "done",
      updated: 60,
      missing: 40,
      removed: 0,
    });
    expect(script.asked).toEqual([]);
    const names = await namesOf(accountId);
    expect(names.filter((name) => name === "Renamed")).toHaveLength(60);
    expect(names).toHaveLength(100);
    const { runs } = await actingAs(admin, () => listSyncRuns({ limit: 25 }));
    expect(runs[0]).toMatchObject({ id: run.id, state: "done", decidedBy: admin.name });
  });

  test("is thrown away when a person says so, and the next pass asks Ion again", async () => {
    const { accountId, source, script, admin } = await mirrorOf100();
    const before = await namesOf(accountId);
    script.items = someItems(100, { name: "Nonsense" });
    await syncResource(source, accountId, FULL);
    const run = await heldRun(admin);
    await actingAs(admin, () => decideSyncRun({ runId: run.id, decision: "discard" }));
    expect(await namesOf(accountId)).toEqual(before);
    const db = await getDb();
    expect(await db.select().from(syncStaged).where(eq(syncStaged.runId, run.id))).toEqual([]);
    script.items = someItems(100);
    expect(await syncResource(source, accountId, FULL)).toMatchObject({ state: "done", unchanged: 100 });
  });

  test("is decided once, by somebody who may, and the decision is on record", async () => {
    const { accountId, source, script, admin } = await mirrorOf100();
    script.items = [];
    await syncResource(source, accountId, FULL);
    const run = await heldRun(admin);
    const discard = () => decideSyncRun({ runId: run.id, decision: "discard" });
    const sales = await makePerson(accountId, "sales");
    await expect(actingAs(sales, discard)).rejects.toMatchObject({ code: "FORBIDDEN" });
    const stranger = await makePerson(await connectedAccount(), "owner");
    await expect(actingAs(stranger, discard)).rejects.toMatchObject({ code: "NOT_FOUND" });
    await actingAs(admin, discard);
    await expect(actingAs(admin, discard)).rejects.toMatchObject({ code: "CONFLICT" });
    const db = await getDb();
    const entries = await db.select().from(auditLog).where(eq(auditLog.userId, admin.userId));
    expect(entries.map(({ action, outcome }) => [action, outcome])).toEqual([
      ["mirror:discard", "done"],
      ["mirror:discard", "refused"],
    ]);
  });
});

describe("the history of passes", () => {
  test("comes newest first, in pages that meet, for those who manage the mirror", async () => {
    const accountId = await connectedAccount();
    const { source } = scriptedSource(someItems(3));
    for (let pass = 0; pass < 5; pass += 1) await syncResource(source, accountId, FULL);
    const owner = await makePerson(accountId, "owner");
    const all = await actingAs(owner, () => listSyncRuns({ limit: 100 }));
    expect(all.nextCursor).toBeNull();
    const seen: string[] = [];
    let cursor: string | undefined;
    do {
      const page = await actingAs(owner, () => listSyncRuns({ limit: 2, cursor }));
      seen.push(...page.runs.map(({ id }) => id));
      cursor = page.nextCursor ?? undefined;
    } while (cursor !== undefined);
    expect(seen).toEqual(all.runs.map(({ id }) => id));
    expect(seen).toHaveLength(5);
    const sales = await makePerson(accountId, "sales");
    await expect(actingAs(sales, () => listSyncRuns({ limit: 5 }))).rejects.toMatchObject({
      code: "FORBIDDEN",
    });
  });

  test("takes no cursor of another account", async () => {
    const accountId = await connectedAccount();
    const { source } = scriptedSource(someItems(3));
    for (let pass = 0; pass < 3; pass += 1) await syncResource(source, accountId, FULL);
    const owner = await makePerson(accountId, "owner");
    const { nextCursor } = await actingAs(owner, () => listSyncRuns({ limit: 1 }));
    const stranger = await makePerson(await connectedAccount(), "owner");
    await expect(
      actingAs(stranger, () => listSyncRuns({ limit: 1, cursor: nextCursor ?? "" })),
    ).rejects.toMatchObject({ code: "INVALID_INPUT" });
  });
});
