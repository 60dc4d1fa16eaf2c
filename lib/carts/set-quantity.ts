import "server-only";
import { type Changed, changeCart, requireItem } from "./change-cart";
import type { SetQuantityInput } from "./inputs";
import { itemInput } from "./item-input";
import { readPlanName } from "./plan-name";
import { findPlan, readProducts } from "./read-products";
import { requireQuantity } from "./require-quantity";
import { settledWrite } from "./settled-write";

/**
 * Sets how many of a line's plan are wanted. Throws AppError INVALID_INPUT (field `quantity`) outside the plan's limits,
 * CART_ITEM_GONE, and what `changeCart` throws.
 */
export async function setQuantity(input: SetQuantityInput): Promise<Changed<{ previous: number }>> {
  const { cartItemId, quantity } = input;
  const entry = { action: "carts:set-quantity", details: { cartItemId, quantity } };
  return changeCart(input, entry, async ({ access, cartId, items }) => {
    const item = requireItem(items, cartItemId);
    const hint = readPlanName(item.planName);
    const products = await readProducts(access, hint?.productId ? [hint.productId] : []);
    // A plan the catalog no longer has sets no limits that we know of; Ion decides.
    await requireQuantity(quantity, findPlan(products, hint)?.plan ?? { minQuantity: 1, maxQuantity: null });
    const { ion, customerId } = access;
    await settledWrite(
      () => ion.carts.items.update(customerId, cartId, item.id, { ...itemInput(item), quantity }),
      async () => {
        const now = await ion.carts.items.get(customerId, cartId, item.id);
        return now.quantity === quantity ? now : undefined;
      },
    );
    return { previous: item.quantity ?? quantity };
  });
}
