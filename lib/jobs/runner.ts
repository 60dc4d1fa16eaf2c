import "server-only";
import { runAuditCheckJob } from "@/lib/audit/run-check";
import { observeJob } from "@/lib/observe/job";
import { startOutbox, stopOutbox } from "@/lib/orders/intents/outbox-loop";
import { AUDIT_CHECK_QUEUE, closeQueue, openQueue, SYNC_QUEUE } from "@/lib/queue";
import { JOBS } from "./jobs";
import { runSyncJob } from "./run-sync-job";

const held = globalThis as typeof globalThis & {
  portalJobs?: { started: Promise<void>; stop: AbortController } | undefined;
};

/** Passes that one process runs at the same time: a long one must not keep the short ones waiting. */
const PASSES_AT_ONCE = 2;

async function start(stop: AbortSignal): Promise<void> {
  const boss = await openQueue({ works: true });
  await boss.work(
    SYNC_QUEUE,
    { pollingIntervalSeconds: 1, localConcurrency: PASSES_AT_ONCE },
    async ([job]) => {
      if (job) await observeJob(SYNC_QUEUE, job.id, () => runSyncJob(job.data, stop));
    },
  );
  await boss.work(AUDIT_CHECK_QUEUE, { pollingIntervalSeconds: 1 }, async ([job]) => {
    if (job) await observeJob(AUDIT_CHECK_QUEUE, job.id, () => runAuditCheckJob(job.data, stop));
  });
  for (const job of JOBS) {
    await boss.createQueue(job.name, { policy: "singleton", retryLimit: 0 });
    await boss.work(job.name, { pollingIntervalSeconds: 2 }, ([one]) =>
      observeJob(job.name, one?.id, job.run),
    );
    await boss.schedule(job.name, job.cron);
    // Once at start too: whatever died with the last process is looked at now, not at the next full minute.
    await boss.send(job.name);
  }
  // The queue's clock ticks in minutes; a confirmed order must leave within seconds.
  startOutbox();
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
