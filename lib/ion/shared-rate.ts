import { sleep } from "./limiter";

/** The account's share of calls a second, over all processes that use it. */
export interface SharedRate {
  /** Returns when one more call may go. Rejects with the signal's reason when that comes first. */
  take(signal: AbortSignal): Promise<void>;
  /** Lets no process call for that long. */
  pause(ms: number): void;
}

/** Where the count is kept that all processes share. Both are about one account. */
export interface RateStore {
  /** Takes so many calls out of the running second; `msLeft` is how long that second still lasts. */
  reserve(calls: number): Promise<{ granted: boolean; msLeft: number }>;
  block(ms: number): Promise<void>;
}

/** A tenth of a second's calls at a time: one write to the store for each, while replicas still share evenly. */
const BLOCKS_PER_SECOND = 10;
const JITTER_MS = 50;

/**
 * Counts calls against a rate that all processes share, in blocks, so that the store is asked once for several calls. A
 * store that can't be asked lets calls through: each process still has its lanes.
 */
export function createSharedRate(
  perSecond: number,
  store: RateStore,
  { onError, random = Math.random }: { onError?: (error: unknown) => void; random?: () => number } = {},
): SharedRate {
  const block = Math.max(1, Math.round(perSecond / BLOCKS_PER_SECOND));
  let held = 0;
  let validUntil = 0;
  let asking: Promise<number> | null = null;

  /** Milliseconds to wait before asking again; 0 when there are calls now. */
  async function ask(): Promise<number> {
    try {
      const { granted, msLeft } = await store.reserve(block);
      if (!granted) return Math.max(1, msLeft) + random() * JITTER_MS;
      validUntil = Date.now() + msLeft;
    } catch (error) {
      onError?.(error);
      validUntil = Date.now() + 1_000;
    }
    held = block;
    return 0;
  }

  async function take(signal: AbortSignal): Promise<void> {
    for (;;) {
      if (signal.aborted) throw signal.reason;
      if (held > 0 && Date.now() < validUntil) {
        held -= 1;
        return;
      }
      asking ??= ask().finally(() => {
        asking = null;
      });
      const waitMs = await asking;
      if (waitMs > 0) await sleep(waitMs, signal);
    }
  }

  return {
    take,
    pause: (ms) => {
      held = 0;
      store.block(ms).catch((error: unknown) => onError?.(error));
    },
  };
}
