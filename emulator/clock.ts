/**
 * The emulator's own time. It runs with the real one until it is advanced, set or frozen, so that a test can reach the
 * end of a token, a cart or a subscription term without waiting.
 */
export type Clock = {
  /** Milliseconds since 1970. */
  now(): number;
  /** Now, as Ion writes times: RFC 3339 UTC with whole seconds. */
  iso(): string;
  advance(seconds: number): void;
  set(instantMs: number): void;
  freeze(frozen: boolean): void;
  state(): ClockState;
};

export type ClockState = { offsetMs: number; frozenAtMs: number | null };

/** @param remember called after every change, so that the clock survives a restart. */
export function createClock(initial: ClockState, remember: (state: ClockState) => void): Clock {
  let { offsetMs, frozenAtMs } = initial;
  const now = () => frozenAtMs ?? Date.now() + offsetMs;
  const changed = () => remember({ offsetMs, frozenAtMs });
  return {
    now,
    iso: () => toIso(now()),
    advance(seconds) {
      if (frozenAtMs === null) offsetMs += seconds * 1000;
      else frozenAtMs += seconds * 1000;
      changed();
    },
    set(instantMs) {
      if (frozenAtMs === null) offsetMs = instantMs - Date.now();
      else frozenAtMs = instantMs;
      changed();
    },
    freeze(frozen) {
      if (frozen && frozenAtMs === null) frozenAtMs = now();
      else if (!frozen && frozenAtMs !== null) {
        offsetMs = frozenAtMs - Date.now();
        frozenAtMs = null;
      }
      changed();
    },
    state: () => ({ offsetMs, frozenAtMs }),
  };
}

/** RFC 3339 UTC without fractions, e.g. `2024-02-20T07:51:16Z`. */
export function toIso(instantMs: number): string {
  return `${new Date(instantMs).toISOString().slice(0, 19)}Z`;
}

/** The same day of the month `months` later, or the last day of that month if it is shorter. */
export function addMonths(instantMs: number, months: number): number {
  const date = new Date(instantMs);
  const day = date.getUTCDate();
  date.setUTCDate(1);
  date.setUTCMonth(date.getUTCMonth() + months);
  const lastDay = new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 0)).getUTCDate();
  date.setUTCDate(Math.min(day, lastDay));
  return date.getTime();
}

export const DAY_MS = 86_400_000;
