import { eq, sql } from "drizzle-orm";
import fc from "fast-check";
import { beforeEach, describe, expect, test } from "vitest";
import { getDatabase, getDb } from "@/lib/db/client";
import { auditHeads, auditLog } from "@/lib/db/schema/audit";
import { makeAccount } from "@/lib/db/testing/people";
import { checkChain } from "./check-chain";
import { readChain } from "./read-chain";
import { type AuditEntry, recordAudit } from "./record";
import { CHAIN_START, rowHash } from "./row-hash";
import { tamper } from "./testing/tamper";

let accountId: string;
const entry: AuditEntry = { action: "orders:place", resource: "customers/10/carts/7", outcome: "done" };
const record = (given: Partial<AuditEntry> = {}) =>
  recordAudit({ accountId, userId: null }, { ...entry, ...given });
async function recordMany(count: number): Promise<void> {
  for (let made = 0; made < count; made += 1) await record({ details: { made } });
}
async function places(): Promise<number[]> {
  const db = await getDb();
  const rows = await db.select().from(auditLog).where(eq(auditLog.accountId, accountId));
  return rows.map(({ sequence }) => sequence).sort((one, other) => one - other);
}
const upTo = (count: number) => Array.from({ length: count }, (_, index) => index + 1);
const ofAccount = (place: number) => sql`account_id = ${accountId} and sequence = ${place}`;
const finding = async () => (await checkChain(accountId)).finding;

beforeEach(async () => {
  accountId = (await makeAccount()).id;
});

describe("writing", () => {
  test("each row is hashed with the one before it, and the head is the last", async () => {
    await recordMany(5);
    const [rows = []] = await Array.fromAsync(readChain(accountId, 0));
    let previous = CHAIN_START;
    for (const row of rows) {
      expect(row.hash).toBe(rowHash(previous, row));
      previous = row.hash;
    }
    const db = await getDb();
    const [head] = await db.select().from(auditHeads).where(eq(auditHeads.accountId, accountId));
    expect(head).toMatchObject({ sequence: 5, hash: previous });
    expect(await places()).toEqual(upTo(5));
  });

  test("the portal computes the hash of any text and any details as the database does", async () => {
    const text = fc.string({ unit: "binary" }).map((value) => value.replaceAll("\0", ""));
    await fc.assert(
      fc.asyncProperty(text, text, fc.json({ depthSize: "small" }), async (resource, ionRequestId, json) => {
        // A lone half of a letter and a zero byte are in no PostgreSQL text.
        const details = JSON.parse(json.replaceAll("\\u0000", "").toWellFormed()) as unknown;
        await record({ resource, ionRequestId, details: { details } });
      }),
      { numRuns: 60 },
    );
    expect(await checkChain(accountId)).toMatchObject({ rows: 60, finding: null });
  });

  test("entries of many connections at once stand in one chain without gaps; accounts don't wait for each other", async () => {
    const other = (await makeAccount()).id;
    await Promise.all(
      upTo(120).map((made) =>
        recordAudit(
          { accountId: made % 3 === 0 ? other : accountId, userId: null },
          { ...entry, details: { made } },
        ),
      ),
    );
    expect(await places()).toEqual(upTo(80));
    expect(await checkChain(accountId)).toMatchObject({ rows: 80, headSequence: 80, finding: null });
    expect(await checkChain(other)).toMatchObject({ rows: 40, finding: null });
  });

  test("another account's open transaction keeps nobody waiting", async () => {
    // Embedded there is one connection, and so one transaction at a time.
    const { kind } = await getDatabase();
    const other = (await makeAccount()).id;
    const db = await getDb();
    await db.transaction(async (tx) => {
      await recordAudit({ accountId: other, userId: null }, entry, { db: tx });
      await (kind === "postgres" ? record() : recordAudit({ accountId, userId: null }, entry, { db: tx }));
    });
    expect(await places()).toEqual([1]);
  });

  test("what is rolled back leaves no gap", async () => {
    await recordMany(2);
    const db = await getDb();
    const rolledBack = db.transaction(async (tx) => {
      await recordAudit({ accountId, userId: null }, entry, { db: tx });
      throw new Error("no");
    });
    await expect(rolledBack).rejects.toThrow("no");
    await recordMany(2);
    expect(await places()).toEqual(upTo(4));
    expect(await finding()).toBeNull();
  });

  test("several rows in one statement are chained one after the other", async () => {
    const db = await getDb();
    await db.insert(auditLog).values(upTo(3).map(() => ({ ...entry, accountId })));
    expect(await places()).toEqual(upTo(3));
    expect(await finding()).toBeNull();
  });

  test("place, hash and time are the database's, whatever a writer says", async () => {
    const db = await getDb();
    const past = new Date("2001-01-01T00:00:00Z");
    const [row] = await db
      .insert(auditLog)
      .values({ ...entry, accountId, at: past, sequence: 77, hash: "mine" })
      .returning();
    expect(row?.sequence).toBe(1);
    expect(row?.hash).toMatch(/^[0-9a-f]{64}$/);
    expect(row?.at.getTime()).toBeGreaterThan(Date.now() - 60_000);
  });

  test.each([
    sql`update audit_log set outcome = 'done'`,
    sql`delete from audit_log`,
    sql`truncate audit_log`,
    sql`truncate accounts cascade`,
    sql`delete from audit_heads`,
    sql`truncate audit_heads`,
    sql`update audit_heads set sequence = sequence - 1`,
    sql`update audit_heads set hash = 'other'`,
    sql`delete from audit_checks`,
    sql`truncate audit_checks`,
  ])("the database refuses %#", async (statement) => {
    await recordMany(2);
    const db = await getDb();
    const refused = await Promise.resolve(db.execute(statement)).then(
      () => "done",
      (error: Error) => String((error.cause as Error | undefined)?.message ?? error.message),
    );
    expect(refused).toMatch(/append-only|only advances/);
  });
});

describe("a check finds", () => {
  test("nothing in an empty chain, and nothing in one that is whole", async () => {
    expect(await checkChain(accountId)).toMatchObject({ rows: 0, finding: null });
    await recordMany(12);
    expect(await checkChain(accountId)).toMatchObject({ rows: 12, finding: null });
  });

  test.each([
    ["the action", sql`action = 'orders:cancel'`],
    ["the person", sql`user_id = gen_random_uuid()`],
    ["the time, by a microsecond", sql`at = at + interval '1 microsecond'`],
    ["the outcome", sql`outcome = 'refused'`],
    ["the resource", sql`resource = 'customers/11/carts/7'`],
    ["Ion's request", sql`ion_request_id = 'x'`],
    ["a detail", sql`details = '{"made": 40}'`],
    ["its id", sql`id = nextval('audit_log_id_seq')`],
    ["its hash", sql`hash = repeat('0', 64)`],
  ])("a row with %s changed", async (_what, change) => {
    await recordMany(6);
    await tamper(sql`update audit_log set ${change} where ${ofAccount(4)}`);
    expect(await checkChain(accountId)).toMatchObject({
      rows: 3,
      finding: { kind: "changed", sequence: 4, through: 4 },
    });
  });

  test("a row that was deleted, and several", async () => {
    await recordMany(8);
    await tamper(sql`delete from audit_log where ${ofAccount(3)}`);
    expect(await finding()).toEqual({ kind: "missing", sequence: 3, through: 3 });
    await tamper(sql`delete from audit_log where account_id = ${accountId} and sequence in (1, 2)`);
    expect(await finding()).toEqual({ kind: "missing", sequence: 1, through: 3 });
  });

  test("a tail that was deleted, and all of it", async () => {
    await recordMany(8);
    await tamper(sql`delete from audit_log where account_id = ${accountId} and sequence > 5`);
    expect(await finding()).toEqual({ kind: "tail", sequence: 6, through: 8 });
    await record();
    expect(await finding()).toEqual({ kind: "missing", sequence: 6, through: 8 });
    await tamper(sql`delete from audit_log where account_id = ${accountId}`);
    expect(await finding()).toEqual({ kind: "tail", sequence: 1, through: 9 });
  });

  test("rows that changed places", async () => {
    await recordMany(8);
    await tamper(
      sql`update audit_log set sequence = 99 where ${ofAccount(3)}`,
      sql`update audit_log set sequence = 3 where ${ofAccount(7)}`,
      sql`update audit_log set sequence = 7 where ${ofAccount(99)}`,
    );
    expect(await finding()).toEqual({ kind: "moved", sequence: 3, through: 3, foundAt: 7 });
  });

  test("a row that was slipped in before the first or after the last", async () => {
    await recordMany(3);
    const slip = (place: number) =>
      tamper(
        sql`insert into audit_log (account_id, action, resource, outcome, sequence) values (${accountId}, 'orders:place', 'x', 'done', ${place})`,
      );
    await slip(4);
    expect(await finding()).toEqual({ kind: "changed", sequence: 4, through: 4 });
    await slip(0);
    expect(await finding()).toEqual({ kind: "extra", sequence: 0, through: 0 });
  });

  test("a head that was set back or is gone", async () => {
    await recordMany(3);
    await tamper(sql`update audit_heads set sequence = 2 where account_id = ${accountId}`);
    expect(await finding()).toEqual({ kind: "head", sequence: 3, through: 3 });
    await tamper(sql`delete from audit_heads where account_id = ${accountId}`);
    expect(await finding()).toEqual({ kind: "head", sequence: 3, through: 3 });
  });

  test("with a head that was noted earlier, also a chain that was rewritten or shortened with all its hashes right", async () => {
    await recordMany(4);
    const { headSequence, headHash } = await checkChain(accountId);
    const anchors = [{ sequence: headSequence, hash: headHash }];
    expect((await checkChain(accountId, { anchors })).finding).toBeNull();
    await tamper(
      sql`update audit_log set outcome = 'refused' where ${ofAccount(2)}`,
      ...[2, 3, 4].map(
        (place) =>
          sql`update audit_log this set hash = audit_hash((select hash from audit_log where ${ofAccount(place - 1)}), this) where ${ofAccount(place)}`,
      ),
      sql`update audit_heads set hash = (select hash from audit_log where ${ofAccount(4)}) where account_id = ${accountId}`,
    );
    expect(await finding()).toBeNull();
    expect((await checkChain(accountId, { anchors })).finding).toMatchObject({
      kind: "rewritten",
      sequence: 4,
    });
    await tamper(
      sql`delete from audit_log where ${ofAccount(4)}`,
      sql`update audit_heads set sequence = 3, hash = (select hash from audit_log where ${ofAccount(3)}) where account_id = ${accountId}`,
    );
    expect(await finding()).toBeNull();
    expect((await checkChain(accountId, { anchors })).finding).toMatchObject({ kind: "tail", sequence: 4 });
  });

  test("the first of several", async () => {
    await recordMany(9);
    await tamper(
      sql`delete from audit_log where ${ofAccount(8)}`,
      sql`update audit_log set outcome = 'failed' where ${ofAccount(5)}`,
    );
    expect(await finding()).toMatchObject({ kind: "changed", sequence: 5 });
  });

  test("the right row in a chain of many batches, told how far it is, while rows are added", async () => {
    await tamper(sql`select 1`);
    const db = await getDb();
    await db.execute(
      sql`insert into audit_log (account_id, action, resource, outcome) select ${accountId}::uuid, 'carts:create', 'customers/' || n || '/carts', 'done' from generate_series(1, 5000) n`,
    );
    const told: number[] = [];
    const result = await checkChain(accountId, {
      onProgress: async ({ rows, expected }) => {
        expect(expected).toBe(5000);
        told.push(rows);
        await record();
      },
    });
    expect(result).toMatchObject({ rows: 5000, headSequence: 5000, finding: null });
    expect(told).toEqual([0, 2000, 4000, 5000]);
    await tamper(sql`update audit_log set outcome = 'failed' where ${ofAccount(4321)}`);
    expect(await finding()).toEqual({ kind: "changed", sequence: 4321, through: 4321 });
  });
});
