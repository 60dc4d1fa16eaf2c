import "server-only";
import { AppError } from "@/lib/errors";
import type { CartAccess } from "./cart-access";
import { closeKnownCart, openKnownCarts } from "./known-carts";
import { type IonCartWithItems, readIonCart } from "./read-ion-cart";

/** Carts are opened now and then, not by the dozen; older ones than these are not what the person works on. */
const CANDIDATES = 5;

/**
 * The customer's cart that is worked on: the actor's own that was touched last, else anybody's. Undefined when there is
 * none that Ion still has open.
 */
export async function findOpenCart(access: CartAccess): Promise<IonCartWithItems | undefined> {
  const { actor, customerId } = access;
  const known = await openKnownCarts(actor.accountId, customerId);
  const own = known.filter(({ createdBy }) => createdBy === actor.userId);
  const others = known.filter(({ createdBy }) => createdBy !== actor.userId);
  for (const { cartId } of [...own, ...others].slice(0, CANDIDATES)) {
    const found = await readIonCart(access, cartId).catch((error) => {
      if (error instanceof AppError && error.code === "CART_EXPIRED") return undefined;
      throw error;
    });
    if (found?.cart.state === "open") return found;
    if (found?.cart.state === "checked-out") await closeKnownCart(actor.accountId, cartId);
  }
  return undefined;
}
