import "server-only";
import { and, eq } from "drizzle-orm";
import { getDb } from "@/lib/db/client";
import { mirrorState } from "@/lib/db/schema/mirror";
import { syncRuns } from "@/lib/db/schema/sync-runs";
import { connectIonInBackground } from "@/lib/ion/connect";
import { isIonError } from "@/lib/ion/errors";
import { log } from "@/lib/log";
import { runFullPass } from "./full-pass";
import { runIncrementalPass } from "./incremental-pass";
import { keepLease, LEASE_MS, type Lease, LeaseLostError, releaseLease, takeLease } from "./lease";
import { type AnySource, NO_CONTEXT } from "./mirror-source";
import { PAGE_SIZE } from "./page-reader";
import { NO_COUNTS, type Pass, type PassCounts, type SyncRun, type Tuning } from "./pass";
import { sendProgress } from "./progress";
import { codeOfKind, failRun, openFullRun } from "./run-store";
import { startStopwatch } from "./stopwatch";
import type { SyncProgress } from "./sync-events";
import { tidyTables } from "./tidy-tables";

export type SyncOptions = {
  /** Where Ion can't tell what changed, and while a full pass is under way or was never made, every pass is a full one. */
  kind: "full" | "incremental";
  trigger: "schedule" | "person" | "start";
  /** The person who asked, by the portal's id. */
  requestedBy?: string | undefined;
  /** Stops the pass between two pages; it goes on there the next time. */
  signal?: AbortSignal | undefined;
  tuning?: Partial<Tuning>;
};

/**
 * How a pass ended. `busy`: somebody else is at it. `held`: its difference is implausible, or that of an earlier one, and
 * a person decides. `stopped`: by the signal, to be continued.
 */
export type SyncOutcome = PassCounts & {
  state: "done" | "held" | "failed" | "busy" | "stopped";
  kind: "full" | "incremental";
  /** Rows and pages that could not be kept. */
  skipped: number;
  databaseMs: number;
  ionMs: number;
};

const DEFAULT_TUNING: Tuning = { leaseMs: LEASE_MS, flushMs: 1_000, pageSize: PAGE_SIZE };

/**
 * One pass over one of Ion's lists, by one process at a time. A full pass that broke off goes on where it was. Never
 * throws: what went wrong is in the run.
 */
export async function syncResource<Item>(
  source: AnySource<Item>,
  accountId: string,
  options: SyncOptions,
): Promise<SyncOutcome> {
  const tuning = { ...DEFAULT_TUNING, ...options.tuning };
  const lease = await takeLease(accountId, source.resource, tuning.leaseMs);
  if (!lease) return outcome("busy", options.kind);
  const lost = new AbortController();
  const endKeeping = keepLease(lease, () => lost.abort());
  try {
    const signal = options.signal ? AbortSignal.any([options.signal, lost.signal]) : lost.signal;
    const passed = await passUnder(lease, source, { ...options, signal, tuning });
    if (passed.state === "done") await tidyTables(source, passed.inserted + passed.updated);
    return passed;
  } catch (error) {
    if (error instanceof LeaseLostError) return outcome("busy", options.kind);
    log.error({ err: error, accountId, resource: source.resource }, "a pass over one of Ion's lists broke");
    return outcome("failed", options.kind);
  } finally {
    endKeeping();
    await releaseLease(lease).catch((error) => log.warn({ err: error }, "a lease was not given back"));
  }
}

async function passUnder(
  lease: Lease,
  source: AnySource,
  options: SyncOptions & { signal: AbortSignal; tuning: Tuning },
): Promise<SyncOutcome> {
  const state = await readState(lease);
  if (options.kind === "incremental" && source.readChangedPage && state.watermark && state.mayBeIncremental) {
    return incremental(lease, source, state.watermark, options);
  }
  const run = await openFullRun(lease, options);
  if (run.state === "held") return outcome("held", "full");
  const watch = startStopwatch(run);
  await sendState(lease, { ...run, state: "running" });
  try {
    const pass = await preparePass(lease, source, options, watch);
    const { state: end, progress } = await runFullPass(pass, run, state.fullAt === null);
    await sendState(lease, { ...progress, state: end });
    return { ...outcome(end, "full"), ...countsOf(progress, watch), skipped: progress.skippedCount };
  } catch (error) {
    if (error instanceof LeaseLostError) throw error;
    if (options.signal.aborted) return outcome("stopped", "full");
    await failRun(run.id, failureOf(error));
    logFailure(error, lease);
    await sendState(lease, { ...run, state: "failed" });
    return { ...outcome("failed", "full"), ...times(watch) };
  }
}

async function incremental(
  lease: Lease,
  source: AnySource,
  watermark: string,
  options: SyncOptions & { signal: AbortSignal; tuning: Tuning },
): Promise<SyncOutcome> {
  const watch = startStopwatch({ databaseMs: 0, ionMs: 0 });
  const startedAt = new Date().toISOString();
  try {
    const pass = await preparePass(lease, source, options, watch);
    const { state, counts, skipped } = await runIncrementalPass(pass, watermark, options);
    await sendState(lease, { ...counts, state });
    return { ...outcome(state, "incremental"), ...counts, skipped: skipped.length, ...times(watch) };
  } catch (error) {
    if (error instanceof LeaseLostError) throw error;
    if (options.signal.aborted) return outcome("stopped", "incremental");
    logFailure(error, lease);
    // Once a minute while Ion is away would bury the history; what a person asked for is told.
    if (options.trigger === "person") await recordFailed(lease, options, startedAt, error);
    await sendState(lease, { ...NO_COUNTS, state: "failed" });
    return { ...outcome("failed", "incremental"), ...times(watch) };
  }
}

/** Whoever waits for a pass hears that it began, and how it ended, also when it changed nothing. */
async function sendState(
  { accountId, resource }: Lease,
  now: {
    state: SyncProgress["state"] | "stopped";
    pages: number;
    rows: number;
    expected?: number | null;
  },
): Promise<void> {
  const { pages, rows, expected = null } = now;
  await sendProgress(accountId, {
    resource,
    // What was stopped between two pages goes on soon.
    state: now.state === "stopped" ? "running" : now.state,
    pages,
    rows,
    expected,
    rowsPerSecond: null,
    secondsLeft: null,
  });
}

async function preparePass(
  lease: Lease,
  source: AnySource,
  { signal, tuning, kind }: SyncOptions & { signal: AbortSignal; tuning: Tuning },
  watch: Pass["watch"],
): Promise<Pass> {
  const { accountId } = lease;
  const ion = await connectIonInBackground(accountId);
  if (kind === "full") {
    try {
      await source.prepare?.(ion, accountId);
    } catch (error) {
      // Names are an ornament: rows without them are better than no rows.
      log.warn({ err: error, resource: source.resource }, "names for a mirror could not be read");
    }
  }
  const context = (await source.context?.(accountId)) ?? NO_CONTEXT;
  return { source, accountId, ion, context, lease, watch, signal, tuning };
}

async function readState({ accountId, resource }: Lease) {
  const db = await getDb();
  const [state] = await db
    .select({ fullAt: mirrorState.fullAt, watermark: mirrorState.watermark })
    .from(mirrorState)
    .where(and(eq(mirrorState.accountId, accountId), eq(mirrorState.resource, resource)));
  const [running] = await db
    .select({ id: syncRuns.id })
    .from(syncRuns)
    .where(
      and(eq(syncRuns.accountId, accountId), eq(syncRuns.resource, resource), eq(syncRuns.state, "running")),
    );
  const fullAt = state?.fullAt ?? null;
  return { fullAt, watermark: state?.watermark ?? null, mayBeIncremental: fullAt !== null && !running };
}

async function recordFailed(lease: Lease, options: SyncOptions, startedAt: string, error: unknown) {
  const db = await getDb();
  await db.insert(syncRuns).values({
    accountId: lease.accountId,
    resource: lease.resource,
    kind: "incremental",
    trigger: options.trigger,
    requestedBy: options.requestedBy ?? null,
    state: "failed",
    startedAt,
    finishedAt: new Date().toISOString(),
    failure: failureOf(error),
  });
}

function failureOf(error: unknown): NonNullable<SyncRun["failure"]> {
  if (!isIonError(error)) return { code: "UNEXPECTED", message: "", reference: null };
  const { operation, status, requestId } = error.info;
  return {
    code: codeOfKind(error.kind),
    message: [operation, status].filter(Boolean).join(" "),
    reference: requestId ?? null,
  };
}

function logFailure(error: unknown, { accountId, resource }: Lease): void {
  const line = { event: "sync-failed", accountId, resource, err: error };
  if (isIonError(error)) log.warn(line, "a pass over one of Ion's lists failed");
  else log.error(line, "a pass over one of Ion's lists broke");
}

function outcome(state: SyncOutcome["state"], kind: SyncOutcome["kind"]): SyncOutcome {
  return { state, kind, ...NO_COUNTS, skipped: 0, databaseMs: 0, ionMs: 0 };
}

function times({ databaseMs, ionMs }: Pass["watch"]) {
  return { databaseMs: Math.round(databaseMs), ionMs: Math.round(ionMs) };
}

function countsOf(counts: PassCounts, watch: Pass["watch"]): PassCounts & ReturnType<typeof times> {
  const { pages, rows, inserted, updated, unchanged, missing, removed } = counts;
  return { pages, rows, inserted, updated, unchanged, missing, removed, ...times(watch) };
}
