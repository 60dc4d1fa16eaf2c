import { sleep } from "./limiter";

/** A call that was not let through because Ion has not been answering; it certainly never left. */
export class CircuitOpenError extends Error {
  override readonly name = "CircuitOpenError";
}

export interface CircuitBreakerOptions {
  /** Asks Ion a small question. True when anything came back. `patient`: an answer may take its time. */
  probe: (options: { patient: boolean }) => Promise<boolean>;
  /** Called when calls are held back, and when they are let through again. */
  onChange?: (state: CircuitState) => void;
  random?: () => number;
}

export type CircuitState = "closed" | "open";

export interface CircuitBreaker {
  state(): CircuitState;
  /**
   * Returns when calls go through. While they don't, waits for the next probe, a second at most, so that the first call
   * after Ion's return is not refused; then throws CircuitOpenError. Throws the signal's reason when that comes first.
   */
  admit(signal: AbortSignal): Promise<void>;
  /** Ion answered an attempt, whatever it said. */
  succeeded(): void;
  /** An attempt got no answer, or one from what stands before Ion. */
  failed(): void;
  /** No more probes. */
  stop(): void;
}

/** So many attempts in a row without an answer. */
const FAILURES_IN_A_ROW = 5;
/** Or that share of so many within ten seconds, for an Ion that answers now and then. */
const FAILED_SHARE = 0.8;
const SHARE_OF_AT_LEAST = 20;
const WINDOW_MS = 10_000;
/** Between two probes: three seconds, give or take one, so that replicas don't ask in step. */
const PROBE_MS = 3_000;
const PROBE_JITTER_MS = 1_000;
/** Callers who wait bring the next probe forward, but not closer than this to the last one. */
const PROBE_SPACING_MS = 500;
const JOIN_MS = 1_000;
/** Every so many probes one may take its time: an Ion that is back but slow is back. */
const PATIENT_EVERY = 3;

/**
 * Holds calls back while Ion does not answer: open after several attempts failed, closed by the first answer. While it is
 * open one probe at a time goes out from this process, a read, and nothing else; so Ion's return is noticed within seconds
 * without the load of all who wait, and no write ever finds out whether Ion is back.
 */
export function createCircuitBreaker({
  probe,
  onChange,
  random = Math.random,
}: CircuitBreakerOptions): CircuitBreaker {
  let state: CircuitState = "closed";
  let inARow = 0;
  let recent: { at: number; failed: boolean }[] = [];
  let probing = false;
  let probes = 0;
  let lastProbeAt = 0;
  let timer: NodeJS.Timeout | undefined;
  let stopped = false;
  let joined = new Set<() => void>();

  function record(failed: boolean): void {
    const now = Date.now();
    recent = recent.filter(({ at }) => now - at < WINDOW_MS);
    recent.push({ at: now, failed });
  }

  function succeeded(): void {
    inARow = 0;
    record(false);
    if (state === "open") change("closed");
  }

  function failed(): void {
    if (state === "open") return;
    inARow += 1;
    record(true);
    const share = recent.filter((one) => one.failed).length / recent.length;
    if (inARow < FAILURES_IN_A_ROW && (recent.length < SHARE_OF_AT_LEAST || share < FAILED_SHARE)) return;
    probes = 0;
    lastProbeAt = Date.now();
    change("open");
    probeIn(PROBE_MS + (random() * 2 - 1) * PROBE_JITTER_MS);
  }

  function change(next: CircuitState): void {
    state = next;
    inARow = 0;
    recent = [];
    clearTimeout(timer);
    if (next === "closed") release();
    onChange?.(next);
  }

  function release(): void {
    const waiting = joined;
    joined = new Set();
    for (const resolve of waiting) resolve();
  }

  function probeIn(ms: number): void {
    clearTimeout(timer);
    if (stopped) return;
    timer = setTimeout(() => void ask(), ms);
    timer.unref();
  }

  async function ask(): Promise<void> {
    if (probing || state === "closed" || stopped) return;
    probing = true;
    lastProbeAt = Date.now();
    probes += 1;
    const answered = await probe({ patient: probes % PATIENT_EVERY === 0 }).catch(() => false);
    probing = false;
    if (state !== "open") return;
    if (answered) return succeeded();
    release();
    probeIn(PROBE_MS + (random() * 2 - 1) * PROBE_JITTER_MS);
  }

  async function admit(signal: AbortSignal): Promise<void> {
    if (state === "closed") return;
    if (!probing) probeIn(Math.max(0, lastProbeAt + PROBE_SPACING_MS - Date.now()));
    const answered = new Promise<void>((resolve) => joined.add(resolve));
    await Promise.race([answered, sleep(JOIN_MS, signal)]);
    if ((state as CircuitState) === "open") throw new CircuitOpenError("Ion has not been answering.");
  }

  return {
    state: () => state,
    admit,
    succeeded,
    failed,
    stop: () => {
      stopped = true;
      clearTimeout(timer);
    },
  };
}
