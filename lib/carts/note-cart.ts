import "server-only";
import type { CartAccess } from "./cart-access";
import { closeKnownCart, rememberCart } from "./known-carts";
import type { Cart } from "./schemas";

/** Remembers a cart that somebody looked at, so that lists know of it and its end is noticed. */
export async function noteCart(
  { actor, customerId }: CartAccess,
  cart: Pick<Cart, "id" | "state">,
): Promise<void> {
  if (cart.state === "checked-out") await closeKnownCart(actor.accountId, cart.id);
  else await rememberCart(actor, { customerId, cartId: cart.id });
}
