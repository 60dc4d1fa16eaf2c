import "server-only";
import { type Changed, changeCart } from "./change-cart";
import type { CartInput } from "./inputs";
import { writeCart } from "./write-cart";

/** Puts a cart aside; nothing of it changes until it is resumed. Throws what `changeCart` throws. */
export async function saveForLater(input: CartInput): Promise<Changed<null>> {
  return changeCart(input, { action: "carts:save-for-later" }, async (now) => {
    await writeCart(now, { state: "saved" });
    return null;
  });
}
