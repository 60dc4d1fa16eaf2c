import type { OrderIntent } from "./take-step";

/** A cart that Ion still has open this long after sending, in this many looks, was not checked out by us. */
const RELEASE_AFTER_SECONDS = 60;
const RELEASE_AFTER_LOOKUPS = 3;

/** True when there is evidence enough that Ion never got the order. `nowMs` is epoch milliseconds. */
export function mayRelease(
  intent: Pick<OrderIntent, "state" | "sentAt" | "lookups" | "cartId" | "cartStatus">,
  nowMs: number,
): boolean {
  if (intent.state !== "unknown" || !intent.sentAt) return false;
  // A checked-out cart without a visible order is an order that can't be seen yet.
  if (intent.cartId !== null && intent.cartStatus === "CHECKED_OUT") return false;
  const ageSeconds = (nowMs - intent.sentAt.getTime()) / 1000;
  return ageSeconds >= RELEASE_AFTER_SECONDS && intent.lookups >= RELEASE_AFTER_LOOKUPS;
}
