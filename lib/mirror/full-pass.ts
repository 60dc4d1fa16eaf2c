import "server-only";
import { eq, sql } from "drizzle-orm";
import { getDb } from "@/lib/db/client";
import { type SyncDifference, syncRuns } from "@/lib/db/schema/sync-runs";
import { isIonError } from "@/lib/ion/errors";
import { applyStaged } from "./apply-staged";
import { type Checkpoint, readCheckpoint } from "./checkpoint";
import { confirmGone } from "./confirm-gone";
import { countMissing, missingIds } from "./count-missing";
import { judgeDifference } from "./judge-difference";
import { loadKnownRows, loadMetIds } from "./known-rows";
import { underLease } from "./lease";
import type { Pass, SyncRun } from "./pass";
import { readColumns } from "./read-columns";
import { progressOf, type RunProgress, readList, writeProgress } from "./read-phase";
import { codeOfKind, dropPages, notePass, PASSING_FAILURES, restartRun } from "./run-store";

export type FullPassEnd = { state: "done" | "held" | "stopped"; progress: RunProgress };

const EXAMPLES = 20;

/**
 * A full pass, from wherever its run stands: reads the list, judges what it would change, applies it, and counts what is
 * missing. `firstFill`: nothing is known of the list yet, so there is nothing to judge.
 */
export async function runFullPass(pass: Pass, opened: SyncRun, firstFill: boolean): Promise<FullPassEnd> {
  const { source, accountId, watch } = pass;
  let run = opened;
  const known = await watch.database(() => loadKnownRows(source, accountId));
  const before = new Set(known.keys());
  let checkpoint = readCheckpoint(run.checkpoint);
  let progress = progressOf(run);
  let met = await watch.database(() => loadMetIds(run));

  if (checkpoint.phase === "reading") {
    const resumed = checkpoint.from !== null;
    const read = () => {
      const from = checkpoint.phase === "reading" ? checkpoint.from : null;
      return readList(pass, run, { from, known, met, progress, direct: firstFill });
    };
    const { ended, whole } = await read().catch(async (error) => {
      if (!resumed || !isRefusedToken(error)) throw error;
      // Ion no longer knows the page where an earlier process had stopped: from the beginning, then.
      run = await restartRun(pass.lease, run);
      [checkpoint, progress, met] = [{ phase: "reading", from: null }, progressOf(run), new Set()];
      return read();
    });
    if (!ended) return { state: "stopped", progress };
    checkpoint = { phase: "read", whole };
  }

  if (checkpoint.phase === "read") {
    const missing = checkpoint.whole ? missingIds(known, met, run.startedAt) : [];
    if (
      !firstFill &&
      run.decidedAt === null &&
      !(await isPlausible(pass, run, { before, met, missing, progress, checkpoint }))
    ) {
      return { state: "held", progress };
    }
    if (!(await applyStaged(pass, run, progress, checkpoint))) return { state: "stopped", progress };
    if (checkpoint.whole) await countMissing(pass, run, missing, progress);
  }
  if (checkpoint.phase === "counted" || checkpoint.whole) await confirmGone(pass, run, progress);
  if (pass.signal.aborted) return { state: "stopped", progress };
  await finish(pass, run, progress);
  return { state: "done", progress };
}

/** Judges the difference; one that is not plausible is kept with its run, for a person. */
async function isPlausible(
  pass: Pass,
  run: SyncRun,
  state: {
    before: ReadonlySet<string>;
    met: ReadonlySet<string>;
    missing: string[];
    progress: RunProgress;
    checkpoint: Checkpoint;
  },
): Promise<boolean> {
  const { source, accountId, lease, watch } = pass;
  const { before, met, missing, progress } = state;
  let metBefore = 0;
  for (const id of before) if (met.has(id)) metBefore += 1;
  const counts = { known: before.size, met: metBefore, missing: missing.length };
  const verdict = judgeDifference({ ...counts, fields: progress.difference.fields });
  if (verdict.plausible) return true;
  const columns = await readColumns(await getDb(), source, accountId, missing.slice(0, EXAMPLES));
  const difference: SyncDifference = {
    ...progress.difference,
    known: before.size,
    missing: missing.length,
    missingExamples: [...columns.values()].map((row) => ({ id: row.id, name: source.nameOf(row) })),
  };
  progress.difference = difference;
  progress.missing = missing.length;
  await watch.database(() =>
    underLease(lease, async (tx) => {
      await writeProgress(tx, pass, run.id, progress, state.checkpoint);
      await tx.update(syncRuns).set({ state: "held" }).where(eq(syncRuns.id, run.id));
    }),
  );
  return false;
}

async function finish(pass: Pass, run: SyncRun, progress: RunProgress): Promise<void> {
  const { lease, watch } = pass;
  await watch.database(() =>
    underLease(lease, async (tx) => {
      await writeProgress(tx, pass, run.id, progress, { phase: "counted" });
      await tx
        .update(syncRuns)
        .set({
          state: "done",
          finishedAt: sql`now()`,
          // A difference that nobody had to judge is in the counts already.
          ...(run.decidedAt === null ? { difference: null } : {}),
        })
        .where(eq(syncRuns.id, run.id));
      await dropPages(tx, run.id);
      const { watermark } = progress;
      await notePass(tx, lease, {
        startedAt: run.startedAt,
        full: true,
        // What changed while the list was read may have been behind the reader.
        watermark: watermark === null ? null : earlier(watermark, run.startedAt),
      });
    }),
  );
}

function earlier(one: string, other: string): string {
  return new Date(Math.min(Date.parse(one), Date.parse(other))).toISOString();
}

/** An answer that says that the question was wrong: with a page token of yesterday, the token is what is wrong. */
function isRefusedToken(error: unknown): boolean {
  return isIonError(error) && error.info.sent === "answered" && !PASSING_FAILURES.has(codeOfKind(error.kind));
}
