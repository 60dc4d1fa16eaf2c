import { createLimiter, type Limiter } from "./limiter";
import type { IonLimits } from "./limits";
import type { SharedRate } from "./shared-rate";

/** What a call is, as far as its turn is concerned: a person waits for a read, a write, or it is a pass over a list. */
export type Lane = "read" | "write" | "background";

export interface Lanes {
  /** Runs a task when its lane has a free slot and the account's rate allows it. Rejects as `Limiter.run` does. */
  run<T>(lane: Lane, task: () => Promise<T>, signal: AbortSignal): Promise<T>;
  /** Holds every lane back, of this process and of the others: Ion said that the account calls too often. */
  pause(ms: number): void;
  /** Begins again with one call a lane, and more by and by: Ion is back, and all who waited come at once. */
  ramp(): void;
}

/**
 * Each lane has slots and a queue of its own, so that a pass over a long list can't keep a checkout waiting, and slow reads
 * can't take every connection. A full queue refuses at once instead of growing.
 */
export function createLanes(limits: IonLimits, rate?: SharedRate): Lanes {
  const lanes: Record<Lane, Limiter> = {
    read: createLimiter({ concurrency: limits.concurrency, maxQueued: limits.maxQueued }),
    write: createLimiter({ concurrency: limits.writeConcurrency, maxQueued: limits.writeMaxQueued }),
    background: createLimiter({
      concurrency: limits.backgroundConcurrency,
      maxQueued: limits.backgroundMaxQueued,
    }),
  };
  const all = Object.values(lanes);
  return {
    run: (lane, task, signal) =>
      lanes[lane].run(async () => {
        await rate?.take(signal);
        return task();
      }, signal),
    pause: (ms) => {
      for (const lane of all) lane.pause(ms);
      rate?.pause(ms);
    },
    ramp: () => {
      for (const lane of all) lane.ramp();
    },
  };
}
