import "server-only";
import { fromPglite, PgBoss } from "pg-boss";
import { getDatabase } from "@/lib/db/client";
import { env } from "@/lib/env";
import { log } from "@/lib/log";
import { JOBS } from "./jobs";

const held = globalThis as typeof globalThis & { portalBoss?: Promise<PgBoss> };

async function start(): Promise<PgBoss> {
  const database = await getDatabase();
  const boss =
    database.kind === "pglite"
      ? new PgBoss({ db: fromPglite(database.pglite), backend: "pglite", schema: "jobs" })
      : new PgBoss({ connectionString: env().DATABASE_URL ?? "", schema: "jobs", max: 4 });
  boss.on("error", (error) => log.error({ err: error }, "job queue"));
  await boss.start();
  for (const job of JOBS) {
    await boss.createQueue(job.name, { policy: "singleton", retryLimit: 0 });
    await boss.work(job.name, { pollingIntervalSeconds: 2 }, job.run);
    await boss.schedule(job.name, job.cron);
    // Once at start too: whatever died with the last process is looked at now, not at the next full minute.
    await boss.send(job.name);
  }
  return boss;
}

/** Starts the queue and its workers in this process; safe to call twice. */
export async function startJobs(): Promise<void> {
  held.portalBoss ??= start();
  await held.portalBoss;
}

/** Lets running jobs finish (up to ten seconds) and stops. */
export async function stopJobs(): Promise<void> {
  const boss = held.portalBoss;
  held.portalBoss = undefined;
  await (await boss)?.stop({ graceful: true, timeout: 10_000 });
}
