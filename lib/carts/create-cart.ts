import "server-only";
import { audited } from "@/lib/audit/audited";
import { accessCarts, type CartAccess } from "./cart-access";
import { rememberCart } from "./known-carts";
import { oneAtATime } from "./one-at-a-time";
import { settledWrite } from "./settled-write";

/**
 * Opens an empty cart for a customer. Throws AppError NOT_FOUND, CART_NOT_SAVED, and IonError.
 * Source: CONTRACT.md section 2.4, `POST K`, status required (D42).
 */
export async function createCart({ customerId }: { customerId: string }): Promise<{ cartId: string }> {
  const access = await accessCarts("carts:write", customerId);
  return oneAtATime(`${access.actor.accountId}/${customerId}`, () => openCart(access));
}

/** The same for a caller that already holds the customer's turn. */
export async function openCart(access: CartAccess): Promise<{ cartId: string }> {
  const { actor, ion, customerId } = access;
  const entry = { action: "carts:create", resource: `customers/${customerId}/carts` };
  return audited(actor, entry, async () => {
    // Ion's own pattern for carts that nobody named; unique enough to find the cart again when the answer is lost.
    const displayName = `Cart - ${Date.now()}`;
    const cart = await settledWrite(
      () => ion.carts.create(customerId, { displayName, status: "OPEN" }),
      async () => {
        for await (const open of ion.carts.listAll(customerId, { status: "OPEN" })) {
          if (open.displayName === displayName) return open;
        }
        return undefined;
      },
    );
    // The log names the cart, which has its id only now.
    entry.resource = `customers/${customerId}/carts/${cart.id}`;
    await rememberCart(actor, { customerId, cartId: cart.id }, { made: true });
    return { cartId: cart.id };
  });
}
