import type { IonErrorKind, IonRequestSent } from "./errors";
import type { IonLimits } from "./limits";

export interface FailedAttempt {
  method: string;
  /** False when the call asked not to be repeated. */
  mayRepeat: boolean;
  kind: IonErrorKind;
  sent: IonRequestSent;
  /** The answer was read and its content made no sense: the next one will not either. */
  understood: boolean;
  retryAfterMs: number | null;
  /** From 1. */
  attempt: number;
  /** Left of the call's deadline. */
  remainingMs: number;
}

const REPEATABLE: ReadonlySet<IonErrorKind> = new Set([
  "network",
  "timeout",
  "server",
  "unavailable",
  "rate-limited",
  "bad-answer",
]);

/**
 * Milliseconds until the next attempt, or null when there must not be one.
 *
 * A GET is repeated after anything that may pass. Everything else is repeated only when the request certainly never
 * left, because Ion has no idempotency key (CONTRACT.md section 8.2). What never left because there was no token is not
 * repeated at all: the token vault has made its own careful second try. Pauses double from `retryBaseMs` with full jitter;
 * Ion's Retry-After is waited for when it is short enough, and otherwise ends the attempts.
 */
export function pauseBeforeRetry(
  failed: FailedAttempt,
  limits: Pick<IonLimits, "maxAttempts" | "retryBaseMs" | "retryMaxMs" | "retryAfterMaxMs">,
  random: () => number = Math.random,
): number | null {
  if (!failed.mayRepeat || failed.attempt >= limits.maxAttempts || !isRepeatable(failed)) return null;
  const ceiling = Math.min(limits.retryMaxMs, limits.retryBaseMs * 2 ** (failed.attempt - 1));
  // Who was asked to slow down waits at least half of it: trying again at once is what was not wanted.
  const floor = failed.kind === "rate-limited" ? ceiling / 2 : 0;
  const backoff = floor + (ceiling - floor) * random();
  if (failed.retryAfterMs !== null && failed.retryAfterMs > limits.retryAfterMaxMs) return null;
  const pause = Math.round(Math.max(failed.retryAfterMs ?? 0, backoff));
  return pause < failed.remainingMs ? pause : null;
}

function isRepeatable({ method, kind, sent, understood }: FailedAttempt): boolean {
  if (sent === "no") return kind === "network";
  return method === "GET" && REPEATABLE.has(kind) && !understood;
}

/** Retry-After in milliseconds: seconds or an HTTP date. Null when missing or unreadable. */
export function readRetryAfter(header: string | undefined, now: number = Date.now()): number | null {
  const value = header?.trim();
  if (!value) return null;
  if (/^\d+(\.\d+)?$/.test(value)) return Number(value) * 1000;
  const date = Date.parse(value);
  return Number.isNaN(date) ? null : Math.max(0, date - now);
}
