import "server-only";
import { eq, sql } from "drizzle-orm";
import type { Db } from "@/lib/db/client";
import { type SyncSkip, syncRunPages, syncRuns, syncStaged } from "@/lib/db/schema/sync-runs";
import { isIonError } from "@/lib/ion/errors";
import { type Checkpoint, writeCheckpoint } from "./checkpoint";
import { databaseJson } from "./database-json";
import { noDifference, tallyChanges } from "./difference-tally";
import type { KnownRow } from "./known-rows";
import { underLease } from "./lease";
import { type ReadPage, readPages, wholeList } from "./page-reader";
import type { Pass, PassCounts, SyncRun } from "./pass";
import { type PreparedRow, prepareRow } from "./prepare-rows";
import { type Progress, tellProgress } from "./progress";
import { raiseVersion } from "./raise-version";
import { writeListed } from "./write-listed";
import { BATCH_ROWS } from "./write-rows";

/** While nothing changes only the place in the list is at stake, which is saved less often. */
const QUIET_FACTOR = 3;

/** What the run has gathered; lives in memory and, as of the last checkpoint, in the run's row. */
export type RunProgress = PassCounts & {
  expected: number | null;
  skippedCount: number;
  skipped: SyncSkip[];
  difference: NonNullable<SyncRun["difference"]>;
  /** Newest change met by this process. */
  watermark: string | null;
};

const MAX_SKIPS_KEPT = 50;
/** A list that brings page after page and not one new row has no end. */
const MAX_PAGES_WITHOUT_NEW = 200;

export function progressOf(run: SyncRun): RunProgress {
  const { pages, rows, inserted, updated, unchanged, missing, removed, expected, skippedCount } = run;
  return {
    ...{ pages, rows, inserted, updated, unchanged, missing, removed, expected, skippedCount },
    skipped: [...run.skipped],
    difference: run.difference ?? noDifference(),
    watermark: null,
  };
}

/** What was read since the last checkpoint. */
type Unsaved = { pages: { page: number; ids: string[] }[]; rows: PreparedRow[] };

/**
 * Reads the list from the checkpoint to its end. In a first fill (`direct`) rows are written as they come, so that lists
 * show them; later, changed ones are set aside until the whole difference is known. Answers with false when the signal
 * ended it; the checkpoint then is where it goes on.
 */
export async function readList(
  pass: Pass,
  run: SyncRun,
  state: {
    from: string | null;
    known: Map<string, KnownRow>;
    met: Set<string>;
    progress: RunProgress;
    direct: boolean;
  },
): Promise<{ ended: boolean; whole: boolean }> {
  const { source, signal, tuning, watch } = pass;
  const { met, progress } = state;
  const tell: Progress = { run, startedAt: Date.now(), startRows: progress.rows, toldAt: 0 };
  let unsaved: Unsaved = { pages: [], rows: [] };
  let savedAt = Date.now();
  let withoutNew = 0;

  const save = async (checkpoint: Checkpoint) => {
    const saving = unsaved;
    unsaved = { pages: [], rows: [] };
    await watch.database(() => saveProgress(pass, run, { ...state, saving, checkpoint }));
    savedAt = Date.now();
  };

  const pages = readPages({
    source,
    read: wholeList(source, pass.ion),
    from: state.from,
    pageSize: tuning.pageSize,
    signal,
  });
  let next = state.from;
  for (;;) {
    const { value: page, done } = await watch.ion(() => pages.next());
    if (done) break;
    const before = met.size;
    takePage(pass, page, state, unsaved);
    withoutNew = met.size > before ? 0 : withoutNew + 1;
    next = page.next;
    if (withoutNew >= MAX_PAGES_WITHOUT_NEW && next !== null) {
      skip(progress, {
        page: progress.pages,
        id: null,
        reason: "the list brings no new rows and does not end",
      });
      await pages.return();
      await save({ phase: "read", whole: false });
      return { ended: true, whole: false };
    }
    await tellProgress(pass, progress, tell);
    if (next === null) {
      await save({ phase: "read", whole: page.whole });
      return { ended: true, whole: page.whole };
    }
    const quiet = unsaved.rows.length === 0;
    const pause = quiet ? tuning.flushMs * QUIET_FACTOR : tuning.flushMs;
    if (unsaved.rows.length >= BATCH_ROWS || Date.now() - savedAt >= pause) {
      await save({ phase: "reading", from: next });
    }
  }
  if (unsaved.pages.length > 0) await save({ phase: "reading", from: next });
  return { ended: false, whole: false };
}

function takePage(
  { source, context }: Pass,
  page: ReadPage,
  { known, met, progress }: { known: Map<string, KnownRow>; met: Set<string>; progress: RunProgress },
  unsaved: Unsaved,
): void {
  progress.pages += 1;
  progress.expected = page.total ?? progress.expected;
  const ids: string[] = [];
  for (const { id, reason } of page.skipped) {
    skip(progress, { page: progress.pages, id, reason });
    // It is there, if not readable.
    if (id === null || !known.has(id)) continue;
    met.add(id);
    ids.push(id);
  }
  for (const item of page.items) {
    const row = tryPrepare(() => prepareRow(source, item, context, page.readAt));
    if ("reason" in row) {
      skip(progress, {
        page: progress.pages,
        id: row.id ?? idOf(() => source.idOf(item)),
        reason: row.reason,
      });
      continue;
    }
    const again = met.has(row.id);
    if (!again) progress.rows += 1;
    met.add(row.id);
    ids.push(row.id);
    const changedAt = source.changedAt(item);
    if (changedAt !== null && changedAt > (progress.watermark ?? "")) progress.watermark = changedAt;
    const kept = known.get(row.id);
    if (kept && (kept.hash === row.hash || kept.readAt > row.readAt.getTime())) {
      if (!again) progress.unchanged += 1;
      continue;
    }
    known.set(row.id, {
      hash: row.hash,
      readAt: row.readAt.getTime(),
      missedPasses: kept?.missedPasses ?? 0,
    });
    unsaved.rows.push(row);
  }
  unsaved.pages.push({ page: progress.pages, ids });
}

function tryPrepare(prepare: () => PreparedRow): PreparedRow | { id: null; reason: string } {
  try {
    return prepare();
  } catch (error) {
    if (isIonError(error)) throw error;
    return { id: null, reason: `not readable: ${error instanceof Error ? error.name : "error"}` };
  }
}

function idOf(read: () => string): string | null {
  try {
    return read();
  } catch {
    return null;
  }
}

function skip(progress: RunProgress, note: SyncSkip): void {
  progress.skippedCount += 1;
  if (progress.skipped.length < MAX_SKIPS_KEPT) progress.skipped.push(note);
}

async function saveProgress(
  pass: Pass,
  run: SyncRun,
  state: { saving: Unsaved; checkpoint: Checkpoint; progress: RunProgress; direct: boolean },
): Promise<void> {
  const { saving, checkpoint, progress, direct } = state;
  const { source, accountId, lease, context } = pass;
  await underLease(lease, async (tx) => {
    if (direct && saving.rows.length > 0) {
      const { inserted, updated, refused } = await writeListed(tx, source, accountId, saving.rows, context);
      progress.inserted += inserted.length;
      progress.updated += updated.length;
      for (const { id, reason } of refused) skip(progress, { page: progress.pages, id, reason });
      if (inserted.length + updated.length > 0) await raiseVersion(tx, accountId, source.resource);
    }
    if (!direct && saving.rows.length > 0) {
      await tallyChanges(tx, source, accountId, saving.rows, progress.difference);
      await stage(tx, run.id, saving.rows);
    }
    await keepMetIds(tx, run.id, saving.pages);
    await writeProgress(tx, pass, run.id, progress, checkpoint);
  });
}

async function stage(tx: Db, runId: string, rows: readonly PreparedRow[]): Promise<void> {
  const staged = [...new Map(rows.map((row) => [row.id, row])).values()].map(({ id, columns, readAt }) => ({
    run_id: runId,
    id,
    raw: columns.raw,
    read_at: readAt,
  }));
  await tx.execute(
    sql`insert into ${syncStaged} (run_id, id, raw, read_at)
      select run_id, id, raw, read_at from json_populate_recordset(null::${syncStaged}, ${databaseJson(staged)}::json)
      on conflict (run_id, id) do update set raw = excluded.raw, read_at = excluded.read_at`,
  );
}

async function keepMetIds(tx: Db, runId: string, pages: Unsaved["pages"]): Promise<void> {
  if (pages.length === 0) return;
  const rows = pages.map(({ page, ids }) => ({ run_id: runId, page, ids }));
  await tx.execute(
    sql`insert into ${syncRunPages} (run_id, page, ids)
      select run_id, page, ids from json_populate_recordset(null::${syncRunPages}, ${databaseJson(rows)}::json)
      on conflict (run_id, page) do update set ids = excluded.ids`,
  );
}

/** Writes the run's row as it stands, inside the transaction that makes it true. */
export async function writeProgress(
  tx: Db,
  { watch }: Pass,
  runId: string,
  progress: RunProgress,
  checkpoint: Checkpoint,
): Promise<void> {
  const { watermark: _watermark, ...columns } = progress;
  await tx
    .update(syncRuns)
    .set({
      ...columns,
      checkpoint: writeCheckpoint(checkpoint),
      progressAt: sql`now()`,
      databaseMs: Math.round(watch.databaseMs),
      ionMs: Math.round(watch.ionMs),
    })
    .where(eq(syncRuns.id, runId));
}
