import "server-only";
import { sql } from "drizzle-orm";
import type { KnownRow } from "./known-rows";
import { underLease } from "./lease";
import type { Pass, SyncRun } from "./pass";
import { type RunProgress, writeProgress } from "./read-phase";
import { textArray } from "./text-array";

/** The known rows that a pass did not meet. Rows that were read after it began are none of its business. */
export function missingIds(
  known: ReadonlyMap<string, KnownRow>,
  met: ReadonlySet<string>,
  startedAt: string,
): string[] {
  const start = Date.parse(startedAt);
  return [...known].flatMap(([id, { readAt }]) => (!met.has(id) && readAt < start ? [id] : []));
}

/** Counts a missed pass for each missing row, and sets all others back to none; once a run. */
export async function countMissing(
  pass: Pass,
  run: SyncRun,
  missing: readonly string[],
  progress: RunProgress,
): Promise<void> {
  const { source, accountId, lease, watch } = pass;
  progress.missing = missing.length;
  await watch.database(() =>
    underLease(lease, async (tx) => {
      const { table } = source;
      const ids = textArray(missing);
      await tx.execute(
        sql`update ${table} set missed_passes = 0
          where account_id = ${accountId} and missed_passes > 0 and not id = any(${ids})`,
      );
      if (missing.length > 0) {
        await tx.execute(
          sql`update ${table} set missed_passes = missed_passes + 1
            where account_id = ${accountId} and id = any(${ids}) and read_at < ${run.startedAt}::timestamptz`,
        );
      }
      await writeProgress(tx, pass, run.id, progress, { phase: "counted" });
    }),
  );
}
