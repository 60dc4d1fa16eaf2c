import pLimit from "p-limit";
import type { IonLimits } from "./limits";

/** Thrown when too many calls wait already. */
export class QueueFullError extends Error {
  override readonly name = "QueueFullError";
}

export interface Limiter {
  /**
   * Runs a task when a slot is free. Rejects with QueueFullError when the queue is full, and with the signal's reason
   * when it aborts while the task still waits; the task is then never started.
   */
  run<T>(task: () => Promise<T>, signal: AbortSignal): Promise<T>;
  /** Holds back tasks that have not started for a while: Ion said that the account calls too often. */
  pause(ms: number): void;
  /** Goes back to one task at a time, and doubles that every so often until it is what it was. */
  ramp(): void;
}

const RAMP_STEP_MS = 300;

/** Bounds how many calls of one account run and wait at the same time. */
export function createLimiter({
  concurrency,
  maxQueued,
}: Pick<IonLimits, "concurrency" | "maxQueued">): Limiter {
  const limit = pLimit(concurrency);
  let pausedUntil = 0;

  function run<T>(task: () => Promise<T>, signal: AbortSignal): Promise<T> {
    if (signal.aborted) return Promise.reject(signal.reason);
    if (limit.pendingCount >= maxQueued) {
      return Promise.reject(new QueueFullError(`${limit.pendingCount} calls are waiting for Ion already.`));
    }
    return new Promise<T>((resolve, reject) => {
      const onAbort = () => reject(signal.reason);
      signal.addEventListener("abort", onAbort, { once: true });
      void limit(async () => {
        try {
          await waitUntil(() => pausedUntil, signal);
          if (signal.aborted) return;
          signal.removeEventListener("abort", onAbort);
          resolve(await task());
        } catch (error) {
          reject(error);
        }
      });
    });
  }

  let step: NodeJS.Timeout | undefined;
  function ramp(): void {
    clearInterval(step);
    limit.concurrency = 1;
    step = setInterval(() => {
      limit.concurrency = Math.min(concurrency, limit.concurrency * 2);
      if (limit.concurrency === concurrency) clearInterval(step);
    }, RAMP_STEP_MS);
    step.unref();
  }

  return {
    run,
    pause: (ms) => {
      pausedUntil = Math.max(pausedUntil, Date.now() + ms);
    },
    ramp,
  };
}

async function waitUntil(time: () => number, signal: AbortSignal): Promise<void> {
  for (let left = time() - Date.now(); left > 0 && !signal.aborted; left = time() - Date.now()) {
    await sleep(left, signal).catch(() => undefined);
  }
}

/** Waits; rejects with the signal's reason when it aborts first. */
export function sleep(ms: number, signal?: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    if (signal?.aborted) return reject(signal.reason);
    const onAbort = () => {
      clearTimeout(timer);
      reject(signal?.reason);
    };
    const timer = setTimeout(() => {
      signal?.removeEventListener("abort", onAbort);
      resolve();
    }, ms);
    signal?.addEventListener("abort", onAbort, { once: true });
  });
}
