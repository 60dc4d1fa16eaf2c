import "server-only";
import type { PgBoss } from "pg-boss";
import { runAuditCheckJob } from "@/lib/audit/run-check";
import { observeJob } from "@/lib/observe/job";
import { startOutbox, stopOutbox } from "@/lib/orders/intents/outbox-loop";
import { AUDIT_CHECK_QUEUE, closeQueue, ensureQueue, openQueue, SYNC_QUEUE } from "@/lib/queue";
import { JOBS } from "./jobs";
import { runSyncJob } from "./run-sync-job";

const held = globalThis as typeof globalThis & {
  portalJobs?: { started: Promise<void>; stop: AbortController } | undefined;
};

/** Passes that one process runs at the same time: a long one must not keep the short ones waiting. */
const PASSES_AT_ONCE = 2;

/** How often a worker looks by itself: where it is told of new jobs, and where the database cannot tell it. */
const LOOKS = { notifyPollingIntervalSeconds: 30, pollingIntervalSeconds: 2 };

async function start(stop: AbortSignal): Promise<void> {
  const boss = await openQueue({ works: true });
  for (let worker = 0; worker < PASSES_AT_ONCE; worker += 1) {
    await workOn(boss, SYNC_QUEUE, (data) => runSyncJob(data, stop));
  }
  await workOn(boss, AUDIT_CHECK_QUEUE, (data) => runAuditCheckJob(data, stop));
  for (const job of JOBS) {
    await ensureQueue(boss, job.name, { policy: "singleton", retryLimit: 0 });
    await workOn(boss, job.name, job.run);
    await boss.schedule(job.name, job.cron);
    // Once at start too: whatever died with the last process is looked at now, not at the next full minute.
    await boss.send(job.name);
  }
  // The queue's clock ticks in minutes; a confirmed order must leave within seconds.
  startOutbox();
}

/** One worker, which does one job at a time; after each it looks for the next at once, since nobody tells it of those that wait. */
async function workOn(boss: PgBoss, queue: string, run: (data: unknown) => Promise<unknown>): Promise<void> {
  const worker = await boss.work(queue, LOOKS, async ([job]) => {
    if (!job) return;
    try {
      await observeJob(queue, job.id, () => run(job.data));
    } finally {
      boss.notifyWorker(worker);
    }
  });
}

/** Starts the queue and its workers in this process; safe to call twice. */
export async function startJobs(): Promise<void> {
  if (!held.portalJobs) {
    const stop = new AbortController();
    held.portalJobs = { stop, started: start(stop.signal) };
  }
  await held.portalJobs.started;
}

/** Ends passes between two pages, lets the other running jobs finish (up to ten seconds), and stops. */
export async function stopJobs(): Promise<void> {
  held.portalJobs?.stop.abort();
  held.portalJobs = undefined;
  await Promise.all([stopOutbox(), closeQueue()]);
}
