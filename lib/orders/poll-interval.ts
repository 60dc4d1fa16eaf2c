import { isSettled, type OrderStatus } from "./order-status";

const FIRST_MS = 2_000;
const LAST_MS = 15_000;
/** What has not moved for this long won't do so within seconds, and Ion has a limit on calls that nobody knows. */
const ASLEEP_AFTER_MS = 60 * 60_000;
const ASLEEP_MS = 60_000;

type Watched = { status: Pick<OrderStatus, "state">; createdAt: string | null; updatedAt: string | null };

/**
 * When to look at Ion again, in milliseconds; null when nothing moves any more. Two seconds after the last movement,
 * growing to fifteen within two and a half minutes, and once a minute for what has been still for an hour.
 */
export function pollAfterMs(orders: Iterable<Watched>, nowMs: number): number | null {
  let still: number | null = null;
  for (const { status, createdAt, updatedAt } of orders) {
    if (isSettled(status.state)) continue;
    const moved = Date.parse(updatedAt ?? createdAt ?? "");
    const age = Number.isNaN(moved) ? 0 : Math.max(0, nowMs - moved);
    still = still === null ? age : Math.min(still, age);
  }
  if (still === null) return null;
  return still > ASLEEP_AFTER_MS ? ASLEEP_MS : Math.min(LAST_MS, Math.max(FIRST_MS, Math.round(still / 10)));
}
