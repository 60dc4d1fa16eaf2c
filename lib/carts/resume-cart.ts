import "server-only";
import { type Changed, changeCart } from "./change-cart";
import type { CartInput } from "./inputs";
import { writeCart } from "./write-cart";

/** Takes a cart up again that was saved for later, or made a quote. One that is open stays so. */
export async function resumeCart(input: CartInput): Promise<Changed<null>> {
  return changeCart(input, { action: "carts:resume", anyState: true }, async (now) => {
    if (now.cart.state !== "open") await writeCart(now, { state: "open" });
    return null;
  });
}
