import "server-only";
import { AppError } from "@/lib/errors";
import { serverTexts } from "@/lib/i18n/server-texts";
import { type Changed, changeCart, requireItem } from "./change-cart";
import type { AddOnInput } from "./inputs";
import { itemInput } from "./item-input";
import { readPlanName } from "./plan-name";
import { findPlan, readProducts } from "./read-products";
import { settledWrite } from "./settled-write";
import { findAddOnPlan, isAddOnOrderable } from "./to-cart-item";

/**
 * Adds an add-on to a line. Ion's cart item holds one add-on at most (CONTRACT.md section 6, D53), so another one that is
 * there gives way. Throws AppError NOT_ORDERABLE for an add-on that the line's plan does not offer or nobody can buy.
 */
export async function addAddOn(input: AddOnInput): Promise<Changed<null>> {
  const { cartItemId, addOnId, addOnPlanId } = input;
  const entry = { action: "carts:add-add-on", details: { cartItemId, addOnId, addOnPlanId } };
  return changeCart(input, entry, async ({ access, cartId, items }) => {
    const item = requireItem(items, cartItemId);
    const hint = readPlanName(item.planName);
    const products = await readProducts(access, hint?.productId ? [hint.productId] : []);
    const offered = findAddOnPlan(findPlan(products, hint), { planId: addOnPlanId, addOnId });
    if (!offered || !isAddOnOrderable(offered.plan)) {
      const texts = await serverTexts("carts");
      throw new AppError("NOT_ORDERABLE", { params: { reason: texts("blocked.addOn") } });
    }
    const { ion, customerId } = access;
    const addOn = { planId: addOnPlanId, displayName: offered.addOn.name };
    await settledWrite(
      () => ion.carts.items.update(customerId, cartId, item.id, { ...itemInput(item), addOn }),
      async () => {
        const now = await ion.carts.items.get(customerId, cartId, item.id);
        return now.addOn?.planId === addOnPlanId ? now : undefined;
      },
    );
    return null;
  });
}
