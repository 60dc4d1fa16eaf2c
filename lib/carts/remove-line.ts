import "server-only";
import { isIonError } from "@/lib/ion/errors";
import type { CartAccess } from "./cart-access";
import { settledWrite } from "./settled-write";

/** Deletes one line at Ion; one that is already gone is no error. */
export async function removeLine(
  { ion, customerId }: CartAccess,
  cartId: string,
  cartItemId: string,
): Promise<void> {
  await settledWrite(
    async () => {
      await ion.carts.items.remove(customerId, cartId, cartItemId).catch((error) => {
        if (!isIonError(error, "not-found")) throw error;
      });
      return true;
    },
    async () => {
      const items = await ion.carts.items.list(customerId, cartId);
      return items.some((item) => item.id === cartItemId) ? undefined : true;
    },
  );
}
