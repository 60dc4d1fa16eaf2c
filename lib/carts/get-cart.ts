import "server-only";
import { accessCarts } from "./cart-access";
import { noteCart } from "./note-cart";
import { readCart } from "./read-cart";
import type { Cart } from "./schemas";

/**
 * One cart with its lines, prices, totals and how far the answers are. Throws AppError NOT_FOUND for one that is not this
 * person's or was never met, CART_EXPIRED for one that Ion has no longer, and IonError.
 */
export async function getCart(customerId: string, cartId: string): Promise<Cart> {
  const access = await accessCarts("carts:read", customerId);
  const { cart } = await readCart(access, cartId);
  await noteCart(access, cart);
  return cart;
}
