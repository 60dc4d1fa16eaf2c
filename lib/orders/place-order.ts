import "server-only";
import { recordAudit } from "@/lib/audit/record";
import type { Actor } from "@/lib/auth/actor";
import { requirePermission } from "@/lib/auth/require-permission";
import { AppError } from "@/lib/errors";
import { connectIon } from "@/lib/ion/connect";
import { isIonError } from "@/lib/ion/errors";
import { begin, resultOf } from "./intents/begin";
import { checkCheckout, toLines } from "./intents/checkout-request";
import { findLiveIntent, openIntent } from "./intents/open-intent";
import type { PlaceOrderInput, PlaceOrderResult } from "./place-order-schemas";

/**
 * Confirms the order of a cart. One cart makes one order, whatever is clicked, reloaded or lost on the way: an intent is
 * written first and held for as long as the account wants, then sent once; what became of it is told by `getOrderIntent`.
 * With no hold it is sent here and now.
 *
 * Throws AppError CART_CHECKED_OUT, CART_EXPIRED, CART_SAVED, CART_EMPTY, CART_CHANGED, PRICE_CHANGED, NOT_ORDERABLE,
 * APPROVAL_REQUIRED, INVALID_INPUT (fields `items.<cartItemId>.<attribute>`), and IonError when Ion refused or could not
 * be asked; each time nothing was ordered. CONTRACT.md sections 2.4 and 8, item 2.
 */
export async function placeOrder(input: PlaceOrderInput): Promise<PlaceOrderResult> {
  const actor = await requirePermission("orders:place", input.customerId);
  const earlier = await findLiveIntent(actor.accountId, input.cartId);
  if (earlier) return resultOf(earlier);
  const prepared = await checkCheckout(actor, input, input).catch(async (error: unknown) => {
    // While it was being checked another click or tab may have ordered it: that is then what became of this one, too.
    const meanwhile = await findLiveIntent(actor.accountId, input.cartId);
    if (meanwhile) return meanwhile;
    await auditRefusal(actor, input, error);
    throw error;
  });
  if ("state" in prepared) return resultOf(prepared);
  // Before the intent: an account without a connection has sent nothing.
  await connectIon(actor.accountId);
  const { customerId, cartId, seenTotals, seenFingerprint, secrets } = input;
  const { intent, opened } = await openIntent(actor, {
    kind: "checkout",
    customerId,
    cartId,
    seenTotals,
    seenFingerprint,
    secrets,
    lines: toLines(prepared.cart),
  });
  return opened ? begin(intent, { prepared }) : resultOf(intent);
}

async function auditRefusal(actor: Actor, input: PlaceOrderInput, error: unknown): Promise<void> {
  await recordAudit(actor, {
    action: "orders:place",
    resource: `customers/${input.customerId}/carts/${input.cartId}`,
    outcome: error instanceof AppError ? "refused" : "failed",
    details: {
      reason: error instanceof AppError ? error.code : isIonError(error) ? error.kind : "unexpected",
    },
  });
}
