"use server";

import { revalidatePath } from "next/cache";
import { type ActionResult, runAction } from "@/lib/action";
import { type AddedToCart, addToCart } from "@/lib/carts/add-to-cart";
import { addToCartInput, cartItemInput, setQuantityInput } from "@/lib/carts/inputs";
import { removeItem } from "@/lib/carts/remove-item";
import { setQuantity } from "@/lib/carts/set-quantity";
import { setProductEnabledInput } from "@/lib/catalog/inputs";
import { setProductEnabled } from "@/lib/catalog/set-product-enabled";
import { routes } from "@/lib/routes";

/** Puts a plan into a customer's open cart. */
export async function addToCartAction(raw: unknown): Promise<ActionResult<AddedToCart>> {
  return runAction(addToCartInput, raw, addToCart);
}

/** Takes out again what was just put into a cart. */
export async function removeFromCartAction(raw: unknown): Promise<ActionResult<null>> {
  return runAction(cartItemInput, raw, async (input) => {
    await removeItem(input);
    return null;
  });
}

/** Gives a line of a cart the quantity back that it had before more was added. */
export async function resetQuantityAction(raw: unknown): Promise<ActionResult<null>> {
  return runAction(setQuantityInput, raw, async (input) => {
    await setQuantity(input);
    return null;
  });
}

/** Offers a product, or stops offering it. */
export async function setProductEnabledAction(raw: unknown): Promise<ActionResult<null>> {
  return runAction(setProductEnabledInput, raw, async (input) => {
    await setProductEnabled(input);
    revalidatePath(routes.product(input.productId));
    return null;
  });
}
