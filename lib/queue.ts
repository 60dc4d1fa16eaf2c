import "server-only";
import { type ClientBase, escapeIdentifier, type Pool } from "pg";
import { PgBoss, type QueueOptions } from "pg-boss";
import { getDatabase } from "./db/client";
import { hearOnEach } from "./db/notify";
import { env } from "./env";
import { log } from "./log";
import { outsideOfWork } from "./observe/work";

/** Jobs that run a pass over one of Ion's lists. */
export const SYNC_QUEUE = "sync-resource";
/** Jobs that check one account's audit log, because somebody asked for it. */
export const AUDIT_CHECK_QUEUE = "check-audit-log";

type Queue = { boss: Promise<PgBoss>; works: boolean };

// On globalThis: pages, route handlers and the start-up code are separate bundles of one process.
const held = globalThis as typeof globalThis & { portalQueue?: Queue | undefined };

async function start(works: boolean): Promise<PgBoss> {
  const database = await getDatabase();
  // A process that only sends leaves schedules and upkeep to those that work.
  const duties = works ? { useListenNotify: true } : { schedule: false, supervise: false };
  const boss =
    database.kind === "pglite"
      ? new PgBoss({ ...duties, db: overPool(database.pool), backend: "pglite", schema: "jobs" })
      : new PgBoss({
          ...duties,
          connectionString: env().DATABASE_URL ?? "",
          schema: "jobs",
          max: works ? 4 : 1,
        });
  boss.on("error", (error) => log.error({ err: error }, "job queue"));
  boss.on("warning", (warning) => log.warn({ event: "queue-warning", ...warning }, "job queue"));
  await boss.start();
  // At most one job waits per account and resource; that only one runs is the business of its lease, which a process that
  // dies gives back sooner than a job.
  await ensureQueue(boss, SYNC_QUEUE, { policy: "short", retryLimit: 0, expireInSeconds: 6 * 60 * 60 });
  await ensureQueue(boss, AUDIT_CHECK_QUEUE, { policy: "short", retryLimit: 0 });
  return boss;
}

/** A queue whose workers are told of a new job, whether it is made now or was made by an earlier version. */
export async function ensureQueue(
  boss: PgBoss,
  name: string,
  { policy, ...options }: QueueOptions & { policy: "short" | "singleton" },
): Promise<void> {
  await boss.createQueue(name, { policy, ...options, notify: true });
  await boss.updateQueue(name, { ...options, notify: true });
}

/** Embedded, the queue shares the one connection with everybody else. */
const overPool = (pool: Pool) => ({
  executeSql: (text: string, values?: unknown[]) => pool.query(text, values),
  async listen(channel: string, onNotification: (payload: string) => void, onReconnect: () => void) {
    const listen = `LISTEN ${escapeIdentifier(channel)}`;
    const listenAgain = (client: ClientBase) => {
      client.query(listen).then(onReconnect, (error) => log.error({ err: error }, "job queue"));
    };
    const stopHearing = await hearOnEach(pool, (from, payload) => {
      if (from === channel) onNotification(payload);
    });
    await pool.query(listen);
    pool.on("connect", listenAgain);
    return {
      close: async () => {
        pool.off("connect", listenAgain);
        stopHearing();
      },
    };
  },
});

/**
 * The process's handle on the job queue. With `works` it also keeps schedules and cleans up, as a process that runs jobs
 * has to; without, it can send (`JOBS=off`).
 */
export function openQueue({ works = false }: { works?: boolean } = {}): Promise<PgBoss> {
  if (held.portalQueue && (held.portalQueue.works || !works)) return held.portalQueue.boss;
  const before = held.portalQueue?.boss;
  const queue = { works, boss: outsideOfWork(() => stopped(before).then(() => start(works))) };
  held.portalQueue = queue;
  queue.boss.catch(() => {
    if (held.portalQueue === queue) held.portalQueue = undefined;
  });
  return queue.boss;
}

/** Stops the queue: running jobs have `timeoutMs` to end. */
export async function closeQueue(timeoutMs = 10_000): Promise<void> {
  const queue = held.portalQueue;
  held.portalQueue = undefined;
  await stopped(queue?.boss, timeoutMs);
}

async function stopped(boss: Promise<PgBoss> | undefined, timeout = 1_000): Promise<void> {
  await (await boss)?.stop({ graceful: true, timeout });
}
