import "server-only";
import type { IonClient } from "@/lib/ion/client";
import { isIonError } from "@/lib/ion/errors";
import type { IonOrder } from "@/lib/ion/schemas/orders";
import type { OrderIntent } from "./take-step";

/** What one look at Ion showed. */
export type Look = {
  order: IonOrder | undefined;
  /** The cart's status at Ion; GONE when Ion does not know it; null when there is no cart. */
  cartStatus: string | null;
};

/**
 * Looks for the order that an intent became. A checkout sets the order's reference id to the cart's resource name, other
 * orders carry ours; the customer's list has no documented order, so it is read to the end. CONTRACT.md sections 2.5 and
 * 8, item 2. Throws IonError when a part of it can't be read: that is no evidence of anything.
 */
export async function lookForOrder(ion: IonClient, intent: OrderIntent): Promise<Look> {
  const { customerId, cartId } = intent;
  // The cart first: an order that is made while the list is read shows as an open cart, never as a missing order.
  const cartStatus = cartId === null ? null : await readCartStatus(ion, customerId, cartId);
  const cartName = `customers/${customerId}/carts/${cartId}`;
  for await (const order of ion.orders.listAllForCustomer(customerId)) {
    const isIt =
      cartId === null
        ? order.referenceId === intent.id
        : order.cartId === cartId || order.referenceId === cartName;
    if (isIt) return { order, cartStatus };
  }
  return { order: undefined, cartStatus };
}

async function readCartStatus(ion: IonClient, customerId: string, cartId: string): Promise<string> {
  try {
    return (await ion.carts.get(customerId, cartId)).status ?? "UNKNOWN";
  } catch (error) {
    if (isIonError(error, "not-found", "precondition")) return "GONE";
    throw error;
  }
}
