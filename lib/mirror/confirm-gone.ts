import "server-only";
import { sql } from "drizzle-orm";
import pLimit from "p-limit";
import { z } from "zod";
import { getDb } from "@/lib/db/client";
import { log } from "@/lib/log";
import { underLease } from "./lease";
import type { KnownColumns } from "./mirror-source";
import type { Pass, SyncRun } from "./pass";
import { putMirrored } from "./put-mirrored";
import { raiseVersion } from "./raise-version";
import { readColumns } from "./read-columns";
import { type RunProgress, writeProgress } from "./read-phase";
import { selectRows } from "./select-rows";
import { deleteRows } from "./write-rows";

/** Full passes in a row that must have missed a row before Ion is asked about it. */
const MISSED_PASSES = 2;
const QUESTIONS_AT_ONCE = 4;
/** After so many answers that say nothing, Ion is not in a state to be asked. */
const MAX_FAILURES = 5;

/**
 * Asks Ion about each row that two full passes in a row have missed. A 404 deletes it; an answer is kept; without one the
 * row stays as it is, and is asked about again after the next pass.
 */
export async function confirmGone(pass: Pass, run: SyncRun, progress: RunProgress): Promise<void> {
  const { source, accountId, signal, watch } = pass;
  const db = await getDb();
  const rows = await watch.database(() =>
    selectRows(
      db,
      z.object({ id: z.string() }),
      sql`select id from ${source.table} where account_id = ${accountId} and missed_passes >= ${MISSED_PASSES}`,
    ),
  );
  if (rows.length === 0) return;
  const ids = rows.map(({ id }) => id);
  const columns = await watch.database(() => readColumns(db, source, accountId, ids));
  const limit = pLimit(QUESTIONS_AT_ONCE);
  let failures = 0;
  await Promise.all(
    [...columns.values()].map((row) =>
      limit(async () => {
        if (signal.aborted || failures >= MAX_FAILURES) return;
        try {
          await ask(pass, run, row, progress);
        } catch (error) {
          failures += 1;
          log.warn(
            { err: error, resource: source.resource, id: row.id },
            "could not ask Ion about a missing row",
          );
        }
      }),
    ),
  );
}

async function ask(pass: Pass, run: SyncRun, row: KnownColumns, progress: RunProgress): Promise<void> {
  const { source, accountId, ion, lease, watch } = pass;
  const readAt = new Date();
  const item = await source.readOne(ion, row);
  if (item !== null) {
    await watch.database(() => putMirrored(source, accountId, [item], readAt));
    return;
  }
  await watch.database(() =>
    underLease(lease, async (tx) => {
      const gone = await deleteRows(tx, source, accountId, [row.id]);
      if (gone.length === 0) return;
      progress.removed += gone.length;
      await raiseVersion(tx, accountId, source.resource);
      await writeProgress(tx, pass, run.id, progress, { phase: "counted" });
    }),
  );
}
