import "server-only";
import type { Actor } from "@/lib/auth/actor";
import { checkoutFieldErrors } from "@/lib/carts/checkout-field-errors";
import { isGone } from "@/lib/carts/read-ion-cart";
import { AppError } from "@/lib/errors";
import { connectIon } from "@/lib/ion/connect";
import { isIonError } from "@/lib/ion/errors";
import type { OrderIntent } from "./take-step";

/**
 * Why Ion refused a checkout, in the portal's terms: a refused answer lands at its field, a cart that is gone or already
 * checked out is named. Anything else stays Ion's error.
 */
export async function checkoutRefusal(actor: Actor, intent: OrderIntent, error: unknown): Promise<unknown> {
  if (intent.cartId === null) return error;
  if (isIonError(error, "validation")) {
    const fieldErrors = await checkoutFieldErrors(intent.customerId, intent.cartId, error.info.errors ?? []);
    return new AppError("INVALID_INPUT", { fieldErrors, cause: error });
  }
  if (!isIonError(error, "not-found", "conflict", "precondition", "invalid")) return error;
  try {
    const ion = await connectIon(actor.accountId);
    const cart = await ion.carts.get(intent.customerId, intent.cartId);
    return cart.status === "CHECKED_OUT" ? new AppError("CART_CHECKED_OUT", { cause: error }) : error;
  } catch (lookup) {
    return isGone(lookup) ? new AppError("CART_EXPIRED", { cause: error }) : error;
  }
}
