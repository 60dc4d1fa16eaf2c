import "server-only";
import { recordAudit } from "@/lib/audit/record";
import type { Actor } from "@/lib/auth/actor";
import { requirePermission } from "@/lib/auth/require-permission";
import { closeKnownCart } from "@/lib/carts/known-carts";
import { type PreparedCheckout, prepareCheckout } from "@/lib/carts/prepare-checkout";
import { AppError } from "@/lib/errors";
import type { IonClient } from "@/lib/ion/client";
import { connectIon } from "@/lib/ion/connect";
import { isIonError } from "@/lib/ion/errors";
import { later } from "@/lib/later";
import { refreshMirrored } from "@/lib/mirror/refresh-mirrored";
import { checkApprovalLimit } from "./check-approval-limit";
import { refusalOf } from "./checkout-refusal";
import {
  claimSending,
  findLiveIntent,
  markPlaced,
  markRejected,
  markUnknown,
  type OrderIntent,
  openIntent,
} from "./intents";
import { orderMirror } from "./order-mirror";
import type { PlaceOrderInput } from "./place-order-schemas";
import { requireSeenState } from "./require-seen-state";

/** `in-progress` and `unconfirmed` are followed through `getOrderIntent`; neither may be sent again. */
export type PlaceOrderResult =
  | { state: "placed"; orderId: string }
  | { state: "in-progress" }
  | { state: "unconfirmed" };

/**
 * Checks a cart out at Ion. One cart makes one order, whatever is clicked, reloaded or lost on the way: an intent row is
 * written first, one caller may send, and a lost answer leaves the intent `unknown` until the order is found at Ion.
 *
 * Throws AppError CART_CHECKED_OUT, CART_EXPIRED, CART_SAVED, CART_EMPTY, CART_CHANGED, PRICE_CHANGED, NOT_ORDERABLE,
 * APPROVAL_REQUIRED, INVALID_INPUT (fields `items.<cartItemId>.<attribute>`), and IonError when Ion refused or was
 * certainly not reached; each time nothing was ordered. CONTRACT.md sections 2.4 and 8, item 2.
 */
export async function placeOrder(input: PlaceOrderInput): Promise<PlaceOrderResult> {
  const actor = await requirePermission("orders:place", input.customerId);
  const earlier = await findLiveIntent(actor.accountId, input.cartId);
  if (earlier) return resultOf(earlier);

  const prepared = await refusedIsAudited(actor, input, async () => {
    const checkout = await prepareCheckout(input.customerId, input.cartId, { secrets: input.secrets }).catch(
      (error) => {
        // The customer is this person's and the page showed the cart a moment ago: it went away at Ion.
        if (error instanceof AppError && error.code === "NOT_FOUND")
          throw new AppError("CART_EXPIRED", { cause: error });
        throw error;
      },
    );
    requireSeenState(checkout, input);
    await checkApprovalLimit(actor, checkout.cart.totals);
    return checkout;
  });

  // Before the intent: an account without a connection has sent nothing.
  const ion = await connectIon(actor.accountId);
  const { intent, opened } = await openIntent(actor, input);
  if (!opened || !(await claimSending(intent.id))) {
    return resultOf((await findLiveIntent(actor.accountId, input.cartId)) ?? intent);
  }
  return send(actor, ion, intent, prepared);
}

/** Sends once and settles the intent by what came back. Whatever is thrown in between leaves it `sending` or `unknown`. */
async function send(
  actor: Actor,
  ion: IonClient,
  intent: OrderIntent,
  { provisionData }: PreparedCheckout,
): Promise<PlaceOrderResult> {
  const { customerId, cartId } = intent;
  const entry = {
    action: "orders:place",
    resource: `customers/${customerId}/carts/${cartId}`,
    details: { intentId: intent.id, totals: intent.seenTotals },
  };
  try {
    const order = await ion.carts.checkout(customerId, cartId, { items: provisionData });
    await markPlaced(intent.id, { orderId: order.id });
    await closeKnownCart(actor.accountId, cartId);
    // Read again rather than kept as it came: amounts in the answer to a checkout are whole numbers (D30).
    later("order-not-mirrored", () =>
      refreshMirrored(orderMirror, actor.accountId, { id: order.id, customerId }),
    );
    await recordAudit(actor, { ...entry, outcome: "done", details: { ...entry.details, orderId: order.id } });
    return { state: "placed", orderId: order.id };
  } catch (error) {
    const info = isIonError(error) ? error.info : undefined;
    const why = { reason: isIonError(error) ? error.kind : "portal-error", ionRequestId: info?.requestId };
    const nothingOrdered = isIonError(error) && !error.mayHaveHappened;
    if (!nothingOrdered) {
      await markUnknown(intent.id, why);
      await recordAudit(actor, { ...entry, outcome: "unknown", ionRequestId: why.ionRequestId });
      return { state: "unconfirmed" };
    }
    await markRejected(intent.id, why);
    await recordAudit(actor, { ...entry, outcome: "refused", ionRequestId: why.ionRequestId });
    throw await refusalOf(actor, intent, error);
  }
}

async function refusedIsAudited<T>(
  actor: Actor,
  input: PlaceOrderInput,
  check: () => Promise<T>,
): Promise<T> {
  try {
    return await check();
  } catch (error) {
    await recordAudit(actor, {
      action: "orders:place",
      resource: `customers/${input.customerId}/carts/${input.cartId}`,
      outcome: error instanceof AppError ? "refused" : "failed",
      details: {
        reason: error instanceof AppError ? error.code : isIonError(error) ? error.kind : "unexpected",
      },
    });
    throw error;
  }
}

function resultOf(intent: OrderIntent): PlaceOrderResult {
  if (intent.state === "placed" && intent.orderId) return { state: "placed", orderId: intent.orderId };
  return intent.state === "unknown" ? { state: "unconfirmed" } : { state: "in-progress" };
}
