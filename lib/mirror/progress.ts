import "server-only";
import { getDb } from "@/lib/db/client";
import { notify } from "@/lib/db/notify";
import type { Pass, PassCounts, SyncRun } from "./pass";
import type { SyncProgress } from "./sync-events";

/** At most two messages a second. */
const EVERY_MS = 500;

/** Where this process's part of a run began, and when somebody was told last. */
export type Progress = { run: SyncRun; startedAt: number; startRows: number; toldAt: number };

/** Says how far a pass has come, to everybody who looks; not more often than twice a second. */
export async function tellProgress(
  { accountId, source }: Pick<Pass, "accountId" | "source">,
  { pages, rows, expected }: Pick<PassCounts, "pages" | "rows"> & { expected: number | null },
  progress: Progress,
): Promise<void> {
  const now = Date.now();
  if (now - progress.toldAt < EVERY_MS) return;
  progress.toldAt = now;
  const seconds = (now - progress.startedAt) / 1000;
  const rowsPerSecond = seconds > 0 ? Math.round((rows - progress.startRows) / seconds) : null;
  await sendProgress(accountId, {
    resource: source.resource,
    state: "running",
    pages,
    rows,
    expected,
    rowsPerSecond,
    secondsLeft: secondsLeft(rows, expected, rowsPerSecond),
  });
}

/** Sends one message about a pass. It may get lost: whoever missed it asks for the overview. */
export async function sendProgress(accountId: string, progress: SyncProgress): Promise<void> {
  await notify(await getDb(), "sync_progress", JSON.stringify({ accountId, ...progress }));
}

/** Seconds that the rest takes at this pace; null when nobody can tell. */
export function secondsLeft(
  rows: number,
  expected: number | null,
  rowsPerSecond: number | null,
): number | null {
  if (expected === null || !rowsPerSecond || expected < rows) return null;
  return Math.ceil((expected - rows) / rowsPerSecond);
}
