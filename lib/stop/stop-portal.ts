import "server-only";
import { setTimeout as sleep } from "node:timers/promises";
import { closeDatabase } from "@/lib/db/client";
import { env } from "@/lib/env";
import { stopJobs } from "@/lib/jobs/runner";
import { laterDone } from "@/lib/later";
import { log } from "@/lib/log";
import { stopObserving } from "@/lib/observe/start-observing";
import { runningHttp } from "@/lib/observe/watch-http";
import { closeQueue } from "@/lib/queue";
import { beginStopping, endStreams, isStopping } from "./stopping";

// Orchestrators kill after 30 s as a rule: with the usual grace of 5 s, all of it together stays below.
/** How long what is in flight may take after the grace. */
const FINISH_MS = 15_000;
const LATER_MS = 3_000;
const CLOSE_MS = 2_000;
const LOOK_AGAIN_MS = 25;
/** A terminal and npm both pass one Ctrl-C on: two signals at once are one. */
const SAME_PRESS_MS = 500;
const NUMBERS = { SIGTERM: 15, SIGINT: 2 } as const;

const held = globalThis as typeof globalThis & { portalSignals?: { at: number | undefined } };

/**
 * From now on SIGTERM and SIGINT end the process in good order, and a second one at once. `next start` has handlers of its
 * own, which end the process as soon as its answers are over, with the database open: they make way.
 */
export function stopOnSignals(): void {
  if (held.portalSignals) return;
  const signals: { at: number | undefined } = { at: undefined };
  held.portalSignals = signals;
  for (const signal of ["SIGTERM", "SIGINT"] as const) {
    if (process.env.NODE_ENV === "production") process.removeAllListeners(signal);
    process.on(signal, () => {
      if (signals.at === undefined) {
        signals.at = Date.now();
        void stop(signal);
      } else if (Date.now() - signals.at > SAME_PRESS_MS) {
        process.exit(128 + NUMBERS[signal]);
      }
    });
  }
}

/**
 * Not ready any more and no new jobs; after the grace no new connections; then what is in flight ends or is handed over
 * (a pass keeps its place and gives its lease back); the database closes last.
 */
async function stop(signal: "SIGTERM" | "SIGINT"): Promise<void> {
  if (isStopping()) return;
  beginStopping();
  log.info({ event: "stopping", signal }, "the portal stops");
  const jobs = step("jobs", stopJobs, graceMs(signal) + FINISH_MS);
  await sleep(graceMs(signal));
  endStreams();
  const finished = await Promise.all([step("requests", finishRequests, FINISH_MS), jobs]);
  // What they began for later, and a queue that one of them opened again to send something.
  finished.push(await step("later", laterDone, LATER_MS));
  finished.push(await step("queue", closeQueue, CLOSE_MS));
  finished.push(await step("traces", stopObserving, CLOSE_MS));
  finished.push(await step("database", closeDatabase, CLOSE_MS));
  const clean = finished.every(Boolean);
  log.info({ event: "stopped", clean }, "the portal has stopped");
  process.exit(clean ? 0 : 1);
}

/** Nobody has to notice that a process is not ready when it never answered anybody, or a person stops it at a terminal. */
function graceMs(signal: "SIGTERM" | "SIGINT"): number {
  if (signal === "SIGINT" || runningHttp().servers.length === 0) return 0;
  return env().SHUTDOWN_GRACE_SECONDS * 1_000;
}

async function finishRequests(): Promise<void> {
  for (const server of runningHttp().servers) server.close();
  while (runningHttp().running > 0) await sleep(LOOK_AGAIN_MS);
}

/** True when it ended well and in time; the rest goes on without it. */
async function step(name: string, run: () => Promise<unknown>, timeoutMs: number): Promise<boolean> {
  const tooLate = new AbortController();
  try {
    const done = run().then(() => true);
    const late = sleep(timeoutMs, false, { signal: tooLate.signal, ref: true }).catch(() => false);
    const ended = await Promise.race([done, late]);
    if (!ended) log.warn({ event: "stopping-late", step: name, timeoutMs }, "something did not end in time");
    return ended;
  } catch (error) {
    log.error({ event: "stopping-failed", step: name, err: error }, "something could not be stopped");
    return false;
  } finally {
    tooLate.abort();
  }
}
