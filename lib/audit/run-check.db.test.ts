import { eq, sql } from "drizzle-orm";
import { afterAll, beforeEach, expect, test, vi } from "vitest";
import { actingAs } from "@/lib/auth/acting-as";
import type { Actor } from "@/lib/auth/actor";
import { getDb } from "@/lib/db/client";
import { auditChecks, auditLog } from "@/lib/db/schema/audit";
import { makeAccount, makePerson } from "@/lib/db/testing/people";
import { startJobs, stopJobs } from "@/lib/jobs/runner";
import { log } from "@/lib/log";
import { openQueue } from "@/lib/queue";
import { auditStateSchema } from "./audit-state-schema";
import { checkDueAuditLogs } from "./check-due";
import { openCheck } from "./check-store";
import { getAuditState } from "./get-audit-state";
import { recordAudit } from "./record";
import { requestAuditCheck } from "./request-check";
import { runCheck } from "./run-check";
import { tamper } from "./testing/tamper";

let owner: Actor;
const state = async () => auditStateSchema.parse(await actingAs(owner, getAuditState));
const record = () =>
  recordAudit(owner, { action: "carts:create", resource: "customers/10/carts", outcome: "done" });
const bySchedule = { trigger: "schedule", requestedBy: null } as const;
async function open() {
  const check = await openCheck(owner.accountId, bySchedule);
  if (!check) throw new Error("no check");
  return check;
}

beforeEach(async () => {
  owner = await makePerson((await makeAccount()).id, "owner");
  await record();
  await record();
});
afterAll(stopJobs);

test("a person's check runs as a job, is kept with its result, and is in the log itself", async () => {
  expect((await state()).checks).toEqual([]);
  await startJobs();
  await actingAs(owner, requestAuditCheck);
  await vi.waitFor(async () => expect((await state()).checks.at(0)?.state).toBe("unbroken"), {
    timeout: 20_000,
  });
  const { head, checks } = await state();
  expect(checks).toMatchObject([{ trigger: "person", requestedBy: owner.name, rows: 3, headSequence: 3 }]);
  expect(head).toEqual({ sequence: 3, hash: checks[0]?.headHash });
  const db = await getDb();
  const [entry] = await db
    .select()
    .from(auditLog)
    .where(eq(auditLog.hash, head?.hash ?? ""));
  expect(entry).toMatchObject({ action: "audit:check", userId: owner.userId, outcome: "done" });
  await stopJobs();
});

test("a check whose job can't be sent ends as failed, and does not stand in the way of the next one", async () => {
  const queue = await openQueue();
  vi.spyOn(queue, "send").mockRejectedValueOnce(new Error("no queue"));
  await expect(actingAs(owner, requestAuditCheck)).rejects.toThrow("no queue");
  expect((await state()).checks).toMatchObject([{ state: "failed" }]);
  await actingAs(owner, requestAuditCheck);
  expect((await state()).checks).toMatchObject([{ state: "running" }, { state: "failed" }]);
});

test("a broken chain sounds the alarm, stays on record, and a later check says so again", async () => {
  await tamper(
    sql`update audit_log set outcome = 'failed' where account_id = ${owner.accountId} and sequence = 1`,
  );
  const alarm = vi.spyOn(log, "error");
  await runCheck(await open());
  const finding = { kind: "changed", sequence: 1, through: 1 };
  expect(alarm).toHaveBeenCalledWith(
    expect.objectContaining({ event: "audit-chain-broken", accountId: owner.accountId, finding }),
    expect.any(String),
  );
  expect((await state()).checks).toMatchObject([{ state: "broken", finding }]);
  await runCheck(await open());
  expect((await state()).checks).toMatchObject([{ state: "broken" }, { state: "broken" }]);
});

test("what an earlier check saw can't be rewritten unnoticed", async () => {
  await runCheck(await open());
  // All hashes right: the rows are gone, and with the head as if they had never been.
  await tamper(
    sql`delete from audit_log where account_id = ${owner.accountId}`,
    sql`delete from audit_heads where account_id = ${owner.accountId}`,
  );
  await record();
  await record();
  expect(await runCheck(await open())).toMatchObject({ finding: { kind: "rewritten", sequence: 2 } });
});

test("one check at a time; one whose process died gives way", async () => {
  const first = await open();
  expect(await openCheck(owner.accountId, bySchedule)).toBeUndefined();
  expect((await state()).checks[0]?.state).toBe("running");
  const db = await getDb();
  await db
    .update(auditChecks)
    .set({ progressAt: sql`now() - interval '5 minutes'` })
    .where(eq(auditChecks.id, first.id));
  expect((await state()).checks[0]?.state).toBe("interrupted");
  await runCheck(await open());
  expect((await state()).checks.map((check) => check.state)).toEqual(["unbroken", "failed"]);
});

test("a check that is told to stop is no result", async () => {
  await expect(runCheck(await open(), { signal: AbortSignal.abort() })).rejects.toThrow();
  expect((await state()).checks).toMatchObject([{ state: "failed", finding: null, headHash: null }]);
});

test("the daily job checks what was not checked lately, once", async () => {
  await checkDueAuditLogs();
  expect((await state()).checks).toMatchObject([{ state: "unbroken", trigger: "schedule", rows: 2 }]);
  await checkDueAuditLogs();
  expect((await state()).checks).toHaveLength(1);
});
