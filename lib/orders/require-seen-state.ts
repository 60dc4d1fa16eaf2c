import type { PreparedCheckout } from "@/lib/carts/prepare-checkout";
import { AppError } from "@/lib/errors";
import { compareMoney } from "@/lib/money";
import type { Money } from "@/lib/money-value";

/**
 * Refuses to send what differs from what the person saw. Throws AppError CART_EMPTY, PRICE_CHANGED (a total moved),
 * CART_CHANGED (same totals, other items), NOT_ORDERABLE, or INVALID_INPUT with the unanswered questions.
 */
export function requireSeenState(
  { cart, problems }: Pick<PreparedCheckout, "cart" | "problems">,
  seen: { seenTotals: Money[]; seenFingerprint: string },
): void {
  if (cart.items.length === 0) throw new AppError("CART_EMPTY");
  if (!sameTotals(cart.totals, seen.seenTotals)) throw new AppError("PRICE_CHANGED");
  if (cart.fingerprint !== seen.seenFingerprint) throw new AppError("CART_CHANGED");
  const blocked = cart.items.find((item) => item.blockedReason);
  if (blocked?.blockedReason)
    throw new AppError("NOT_ORDERABLE", { params: { reason: blocked.blockedReason } });
  if (Object.keys(problems).length > 0) throw new AppError("INVALID_INPUT", { fieldErrors: problems });
}

/** Whether these are the same amounts, in any order and however they are written. */
export function sameTotals(now: readonly Money[], seen: readonly Money[]): boolean {
  return (
    now.length === seen.length &&
    now.every((total) =>
      seen.some((other) => other.currency === total.currency && compareMoney(other, total) === 0),
    )
  );
}
