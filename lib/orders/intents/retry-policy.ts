import { AppError } from "@/lib/errors";
import { isIonError } from "@/lib/ion/errors";

/** Pauses between the tries of an order that could not be sent, in seconds: five tries over about two minutes. */
const PAUSES_SECONDS = [3, 10, 30, 70];

/**
 * True when Ion certainly did not carry a write out and another try may fare better: it never left the portal, or Ion
 * turned it away unread (too many calls, a dead token). CONTRACT.md section 8, items 2 and 10.
 */
export function isCertainlyUndone(error: unknown): boolean {
  if (!isIonError(error)) return false;
  return error.info.sent === "no" || isIonError(error, "rate-limited", "unauthorized");
}

/** True when a check before sending failed for a reason that may pass; nothing was written by it. */
export function isWorthAnotherTry(error: unknown): boolean {
  if (error instanceof AppError) return false;
  return !isIonError(error, "not-found", "forbidden", "precondition", "conflict", "invalid", "validation");
}

/** Seconds until the next try, after so many; undefined when there is none. Ion's own Retry-After counts, up to a minute. */
export function pauseBeforeNextTry(tries: number, error: unknown): number | undefined {
  const pause = PAUSES_SECONDS[tries - 1];
  if (pause === undefined) return undefined;
  const asked = isIonError(error) ? (error.info.retryAfterSeconds ?? 0) : 0;
  return Math.max(pause, Math.min(asked, 60));
}
