import "server-only";
import { audited } from "@/lib/audit/audited";
import { AppError } from "@/lib/errors";
import { isIonError } from "@/lib/ion/errors";
import { accessCarts } from "./cart-access";
import type { CartInput } from "./inputs";
import { closeKnownCart } from "./known-carts";
import { oneAtATime } from "./one-at-a-time";
import { isGone, readIonCart } from "./read-ion-cart";
import { settledWrite } from "./settled-write";

/**
 * Deletes a cart with its lines and the answers to their questions; there is no way back. One that is already gone counts
 * as deleted. Throws AppError NOT_FOUND, CART_CHECKED_OUT, CART_NOT_SAVED, and IonError.
 */
export async function deleteCart({ customerId, cartId }: CartInput): Promise<void> {
  const access = await accessCarts("carts:write", customerId);
  const { actor, ion } = access;
  const entry = { action: "carts:delete", resource: `customers/${customerId}/carts/${cartId}` };
  await audited(actor, entry, () =>
    oneAtATime(`${actor.accountId}/${customerId}`, async () => {
      try {
        const { cart } = await readIonCart(access, cartId);
        if (cart.state === "checked-out") throw new AppError("CART_CHECKED_OUT");
        await settledWrite(
          async () => {
            await ion.carts.remove(customerId, cartId);
            return true;
          },
          () => isDeleted(() => ion.carts.get(customerId, cartId)),
        );
      } catch (error) {
        const alreadyGone =
          isIonError(error, "not-found") || (error instanceof AppError && error.code === "CART_EXPIRED");
        if (!alreadyGone) throw error;
      }
      await closeKnownCart(actor.accountId, cartId);
    }),
  );
}

async function isDeleted(read: () => Promise<unknown>): Promise<true | undefined> {
  try {
    await read();
    return undefined;
  } catch (error) {
    if (isGone(error)) return true;
    throw error;
  }
}
