import "server-only";
import { AppError } from "@/lib/errors";
import { isIonError } from "@/lib/ion/errors";
import type { IonCart, IonCartItem } from "@/lib/ion/schemas/carts";
import type { CartAccess } from "./cart-access";
import { closeKnownCart, findKnownCart } from "./known-carts";

export type IonCartWithItems = { cart: IonCart; items: IonCartItem[] };

/**
 * A cart and its items, fresh from Ion. Throws AppError CART_EXPIRED for a cart that was there and is no longer, and
 * NOT_FOUND for one the portal has never met.
 */
export async function readIonCart(access: CartAccess, cartId: string): Promise<IonCartWithItems> {
  const { ion, customerId } = access;
  try {
    const [cart, items] = await Promise.all([
      ion.carts.get(customerId, cartId),
      ion.carts.items.list(customerId, cartId),
    ]);
    if (cart.customerId !== customerId) throw new AppError("NOT_FOUND");
    return { cart, items };
  } catch (error) {
    if (isGone(error)) throw await goneCart(access, cartId, error);
    throw error;
  }
}

/** What Ion answers for an expired cart is not documented: on a read, "not found" and "precondition failed" mean the same. */
export function isGone(error: unknown): boolean {
  return isIonError(error, "not-found", "precondition");
}

/** What to say of a cart that Ion does not know; it is no longer in progress. */
export async function goneCart(
  { actor, customerId }: CartAccess,
  cartId: string,
  cause: unknown,
): Promise<AppError> {
  const known = await findKnownCart(actor.accountId, { customerId, cartId });
  if (!known) return new AppError("NOT_FOUND", { cause });
  await closeKnownCart(actor.accountId, cartId);
  return new AppError("CART_EXPIRED", { cause });
}

/** Only an open cart is changed or ordered. Throws AppError CART_CHECKED_OUT, or CART_SAVED for one that rests. */
export function requireOpen({ state }: Pick<IonCart, "state">): void {
  if (state === "checked-out") throw new AppError("CART_CHECKED_OUT");
  if (state === "saved" || state === "quote") throw new AppError("CART_SAVED");
}
