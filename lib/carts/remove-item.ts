import "server-only";
import { type Changed, changeCart, requireItem } from "./change-cart";
import type { CartItemInput } from "./inputs";
import { removeLine } from "./remove-line";

/**
 * Takes a line out of the cart. Its answers stay with the cart until that is closed, so that `restoreItem` can bring both
 * back. Throws AppError CART_ITEM_GONE, and what `changeCart` throws.
 */
export async function removeItem(input: CartItemInput): Promise<Changed<null>> {
  const { cartItemId } = input;
  const entry = { action: "carts:remove-item", details: { cartItemId } };
  return changeCart(input, entry, async ({ access, cartId, items }) => {
    requireItem(items, cartItemId);
    await removeLine(access, cartId, cartItemId);
    return null;
  });
}
