import "server-only";
import { and, asc, eq, inArray } from "drizzle-orm";
import { getDb } from "@/lib/db/client";
import { syncStaged } from "@/lib/db/schema/sync-runs";
import type { Checkpoint } from "./checkpoint";
import { underLease } from "./lease";
import type { Pass, SyncRun } from "./pass";
import { type PreparedRow, prepareRow } from "./prepare-rows";
import { raiseVersion } from "./raise-version";
import { type RunProgress, writeProgress } from "./read-phase";
import { writeListed } from "./write-listed";

const BATCH = 100;

/**
 * Writes the rows that were set aside, a batch a transaction; each leaves the staging table with its batch, so that a
 * pass that dies goes on with the rest. False when the signal ended it.
 */
export async function applyStaged(
  pass: Pass,
  run: SyncRun,
  progress: RunProgress,
  checkpoint: Checkpoint,
): Promise<boolean> {
  const db = await getDb();
  while (!pass.signal.aborted) {
    const staged = await pass.watch.database(() =>
      db
        .select()
        .from(syncStaged)
        .where(eq(syncStaged.runId, run.id))
        .orderBy(asc(syncStaged.id))
        .limit(BATCH),
    );
    if (staged.length === 0) return true;
    await pass.watch.database(() => applyBatch(pass, run, staged, progress, checkpoint));
  }
  return false;
}

async function applyBatch(
  pass: Pass,
  run: SyncRun,
  staged: (typeof syncStaged.$inferSelect)[],
  progress: RunProgress,
  checkpoint: Checkpoint,
): Promise<void> {
  const { source, accountId, context, lease } = pass;
  const skip = (id: string, reason: string) => {
    progress.skippedCount += 1;
    progress.skipped.push({ page: 0, id, reason });
  };
  const rows = staged.flatMap(({ id, raw, readAt }): PreparedRow[] => {
    try {
      return [prepareRow(source, source.fromRaw(raw), context, new Date(readAt))];
    } catch {
      // Set aside by an older version of the portal.
      skip(id, "not readable any more");
      return [];
    }
  });
  await underLease(lease, async (tx) => {
    const { inserted, updated, refused } = await writeListed(tx, source, accountId, rows, context);
    for (const { id, reason } of refused) skip(id, reason);
    progress.inserted += inserted.length;
    progress.updated += updated.length;
    if (inserted.length + updated.length > 0) await raiseVersion(tx, accountId, source.resource);
    const ids = staged.map(({ id }) => id);
    await tx.delete(syncStaged).where(and(eq(syncStaged.runId, run.id), inArray(syncStaged.id, ids)));
    await writeProgress(tx, pass, run.id, progress, checkpoint);
  });
}
