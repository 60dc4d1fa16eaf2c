import "server-only";
import type { IonClient } from "@/lib/ion/client";
import type { IonOrder } from "@/lib/ion/schemas/orders";

/**
 * The order that a cart became, if there is one. Checkout sets the order's reference id to the cart's resource name, and
 * the customer's order list has no documented order, so it is read to the end. CONTRACT.md sections 2.5 and 8, item 2.
 */
export async function findOrderOfCart(
  ion: IonClient,
  customerId: string,
  cartId: string,
): Promise<IonOrder | undefined> {
  const reference = `customers/${customerId}/carts/${cartId}`;
  for await (const order of ion.orders.listAllForCustomer(customerId)) {
    if (order.cartId === cartId || order.referenceId === reference) return order;
  }
  return undefined;
}
