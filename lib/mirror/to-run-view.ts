import type { SyncRun } from "./pass";
import type { SyncRunView } from "./sync-schemas";

/** A run as pages show it. `leased`: somebody works on this resource right now. */
export function toRunView(run: SyncRun, names: ReadonlyMap<string, string>, leased: boolean): SyncRunView {
  const nameOf = (userId: string | null) => (userId === null ? null : (names.get(userId) ?? null));
  return {
    id: run.id,
    resource: run.resource,
    kind: run.kind,
    trigger: run.trigger,
    requestedBy: nameOf(run.requestedBy),
    state: run.state,
    interrupted: run.state === "running" && !leased,
    startedAt: iso(run.startedAt),
    progressAt: iso(run.progressAt),
    finishedAt: run.finishedAt === null ? null : iso(run.finishedAt),
    pages: run.pages,
    rows: run.rows,
    expected: run.expected,
    inserted: run.inserted,
    updated: run.updated,
    unchanged: run.unchanged,
    missing: run.missing,
    removed: run.removed,
    skippedCount: run.skippedCount,
    skipped: run.skipped,
    databaseMs: run.databaseMs,
    ionMs: run.ionMs,
    // While a run is under way its difference is half of one.
    difference: run.state === "running" ? null : run.difference,
    decidedBy: nameOf(run.decidedBy),
    decidedAt: run.decidedAt === null ? null : iso(run.decidedAt),
    failure: run.failure,
  };
}

function iso(time: string): string {
  return new Date(time).toISOString();
}
