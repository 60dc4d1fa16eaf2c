import "server-only";
import { syncRuns } from "@/lib/db/schema/sync-runs";
import { underLease } from "./lease";
import { readPages } from "./page-reader";
import { NO_COUNTS, type Pass, type PassCounts, type SyncRun } from "./pass";
import { type PreparedRow, prepareRow } from "./prepare-rows";
import { raiseVersion } from "./raise-version";
import { notePass } from "./run-store";
import { writeListed } from "./write-listed";

/** Changes this much older than the watermark are read again: Ion's clock and ours differ, and its list may lag. */
const OVERLAP_MS = 5 * 60_000;
const MAX_SKIPS_KEPT = 50;

export type IncrementalEnd = { state: "done" | "stopped"; counts: PassCounts; skipped: SyncRun["skipped"] };

/**
 * Reads what changed last, newest first, until the watermark of the pass before. Changes are written as they come; nobody
 * is missing, since nobody was looked for. A run is kept only of a pass that changed something or that somebody asked for.
 */
export async function runIncrementalPass(
  pass: Pass,
  watermark: string,
  asked: { trigger: SyncRun["trigger"]; requestedBy?: string | undefined },
): Promise<IncrementalEnd> {
  const { source, accountId, lease, watch, ion, signal, context, tuning } = pass;
  const startedAt = new Date().toISOString();
  const since = new Date(Date.parse(watermark) - OVERLAP_MS).toISOString();
  const counts = { ...NO_COUNTS };
  const skipped: SyncRun["skipped"] = [];
  let newest: string | null = null;
  const skip = (note: SyncRun["skipped"][number]) => {
    if (skipped.length < MAX_SKIPS_KEPT) skipped.push(note);
  };

  const pages = readPages({
    source,
    read: async (from, pageSize, stop) => {
      const page = await source.readChangedPage?.(ion, from, { pageSize, signal: stop });
      return page ?? { items: [], skipped: [], next: null, total: null };
    },
    from: null,
    pageSize: tuning.pageSize,
    signal,
  });
  let ended = false;
  while (!ended) {
    const { value: page, done } = await watch.ion(() => pages.next());
    if (done) break;
    counts.pages += 1;
    for (const { id, reason } of page.skipped) skip({ page: counts.pages, id, reason });
    const rows: PreparedRow[] = [];
    for (const item of page.items) {
      const changedAt = source.changedAt(item);
      if (changedAt !== null && changedAt > (newest ?? "")) newest = changedAt;
      if (changedAt !== null && changedAt < since) {
        ended = true;
        continue;
      }
      counts.rows += 1;
      try {
        rows.push(prepareRow(source, item, context, page.readAt));
      } catch (error) {
        skip({
          page: counts.pages,
          id: null,
          reason: `not readable: ${error instanceof Error ? error.name : "error"}`,
        });
      }
    }
    ended ||= page.next === null;
    if (rows.length === 0) continue;
    await watch.database(() =>
      underLease(lease, async (tx) => {
        const written = await writeListed(tx, source, accountId, rows, context);
        for (const { id, reason } of written.refused) skip({ page: counts.pages, id, reason });
        const changed = written.inserted.length + written.updated.length;
        counts.inserted += written.inserted.length;
        counts.updated += written.updated.length;
        counts.unchanged += rows.length - changed;
        if (changed > 0) await raiseVersion(tx, accountId, source.resource);
      }),
    );
  }
  await pages.return();
  if (!ended) return { state: "stopped", counts, skipped };

  await watch.database(() =>
    underLease(lease, async (tx) => {
      const earlier = newest !== null && Date.parse(newest) > Date.parse(startedAt) ? startedAt : newest;
      await notePass(tx, lease, { startedAt, full: false, watermark: earlier });
      const { inserted, updated } = counts;
      if (inserted + updated + skipped.length === 0 && asked.trigger !== "person") return;
      await tx.insert(syncRuns).values({
        accountId,
        resource: source.resource,
        kind: "incremental",
        trigger: asked.trigger,
        requestedBy: asked.requestedBy ?? null,
        state: "done",
        startedAt,
        finishedAt: new Date().toISOString(),
        ...counts,
        skipped,
        skippedCount: skipped.length,
        databaseMs: Math.round(watch.databaseMs),
        ionMs: Math.round(watch.ionMs),
      });
    }),
  );
  return { state: "done", counts, skipped };
}
