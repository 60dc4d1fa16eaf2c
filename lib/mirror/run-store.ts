import "server-only";
import { and, desc, eq, inArray, lt, sql } from "drizzle-orm";
import { type Db, getDb } from "@/lib/db/client";
import { mirrorState } from "@/lib/db/schema/mirror";
import { syncRunPages, syncRuns, syncStaged } from "@/lib/db/schema/sync-runs";
import { type Lease, underLease } from "./lease";
import type { SyncRun } from "./pass";

/** A pass that broke off because Ion was away may go on where it was for so long; then Ion's page tokens may be too old. */
const CONTINUE_FAILED_MS = 30 * 60_000;
const HISTORY_DAYS = 30;
/** Failures that pass by themselves. */
export const PASSING_FAILURES = new Set(
  ["rate-limited", "server", "unavailable", "timeout", "slow", "network", "bad-answer"].map(codeOfKind),
);

export function codeOfKind(kind: string): string {
  return `ION_${kind.replaceAll("-", "_").toUpperCase()}`;
}

type Asked = { trigger: SyncRun["trigger"]; requestedBy?: string | undefined };

/**
 * The run of a full pass: the one that broke off, to be continued, else a new one. A run that is held for a person's
 * decision comes back as it is; one that was decided goes on.
 */
export async function openFullRun(lease: Lease, { trigger, requestedBy }: Asked): Promise<SyncRun> {
  const { accountId, resource } = lease;
  const ofMirror = and(eq(syncRuns.accountId, accountId), eq(syncRuns.resource, resource));
  return underLease(lease, async (tx) => {
    const [open] = await tx
      .select()
      .from(syncRuns)
      .where(and(ofMirror, inArray(syncRuns.state, ["running", "held"])));
    if (open?.state === "running" || (open && !open.decidedAt)) return open;
    const [last] = await tx
      .select()
      .from(syncRuns)
      .where(ofMirror)
      .orderBy(desc(syncRuns.startedAt))
      .limit(1);
    const toContinue = open ?? (last && mayContinue(last) ? last : undefined);
    if (toContinue) {
      return only(
        await tx
          .update(syncRuns)
          .set({ state: "running", finishedAt: null, failure: null })
          .where(eq(syncRuns.id, toContinue.id))
          .returning(),
      );
    }
    await tx
      .delete(syncRuns)
      .where(and(ofMirror, lt(syncRuns.finishedAt, sql`now() - make_interval(days => ${HISTORY_DAYS})`)));
    const expected = await expectedRows(tx, lease);
    return only(
      await tx
        .insert(syncRuns)
        .values({
          accountId,
          resource,
          kind: "full",
          trigger,
          requestedBy: requestedBy ?? null,
          state: "running",
          expected,
          // Of this process's clock, as the times at which rows are read.
          startedAt: new Date().toISOString(),
        })
        .returning(),
    );
  });
}

function mayContinue({ kind, state, failure, finishedAt, checkpoint }: SyncRun): boolean {
  if (kind !== "full" || state !== "failed" || checkpoint === null || !finishedAt || !failure) return false;
  return (
    PASSING_FAILURES.has(failure.code) && Date.now() - new Date(finishedAt).getTime() < CONTINUE_FAILED_MS
  );
}

/** How many rows the last full pass brought. */
async function expectedRows(tx: Db, { accountId, resource }: Lease): Promise<number | null> {
  const [last] = await tx
    .select({ rows: syncRuns.rows })
    .from(syncRuns)
    .where(
      and(
        eq(syncRuns.accountId, accountId),
        eq(syncRuns.resource, resource),
        eq(syncRuns.kind, "full"),
        eq(syncRuns.state, "done"),
      ),
    )
    .orderBy(desc(syncRuns.startedAt))
    .limit(1);
  return last?.rows ?? null;
}

/** Forgets what a run has read so far, to read the list from its beginning. */
export async function restartRun(lease: Lease, run: SyncRun): Promise<SyncRun> {
  return underLease(lease, async (tx) => {
    await dropPages(tx, run.id);
    return only(
      await tx
        .update(syncRuns)
        .set({
          checkpoint: null,
          pages: 0,
          rows: 0,
          inserted: 0,
          updated: 0,
          unchanged: 0,
          skipped: [],
          skippedCount: 0,
          difference: null,
        })
        .where(eq(syncRuns.id, run.id))
        .returning(),
    );
  });
}

/** What is only needed while a run is under way. */
export async function dropPages(tx: Db, runId: string): Promise<void> {
  await tx.delete(syncRunPages).where(eq(syncRunPages.runId, runId));
  await tx.delete(syncStaged).where(eq(syncStaged.runId, runId));
}

/** Ends a run as failed. Its checkpoint stays, for a pass that comes soon. */
export async function failRun(runId: string, failure: NonNullable<SyncRun["failure"]>): Promise<void> {
  const db = await getDb();
  await db
    .update(syncRuns)
    .set({ state: "failed", finishedAt: sql`now()`, failure })
    .where(and(eq(syncRuns.id, runId), eq(syncRuns.state, "running")));
}

/** Notes in `mirror_state` that a pass which began at `startedAt` ended well. */
export async function notePass(
  tx: Db,
  { accountId, resource }: Pick<Lease, "accountId" | "resource">,
  pass: { startedAt: string; full: boolean; watermark: string | null },
): Promise<void> {
  const { startedAt, full, watermark } = pass;
  await tx.execute(
    sql`update ${mirrorState} set synced_at = greatest(synced_at, ${startedAt}::timestamptz),
      full_at = case when ${full} then ${startedAt}::timestamptz else full_at end,
      watermark = greatest(watermark, ${watermark}::timestamptz)
      where account_id = ${accountId} and resource = ${resource}`,
  );
}

function only<Row>(rows: Row[]): Row {
  const [row] = rows;
  if (!row) throw new Error("The run is gone.");
  return row;
}
