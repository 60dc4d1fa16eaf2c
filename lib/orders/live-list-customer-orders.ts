import "server-only";
import { listOrders } from "./live-list-orders";
import type { OrderQuery } from "./order-query";
import type { OrderList } from "./order-schemas";

/** A page of one customer's orders, newest first unless asked otherwise. Throws AppError NOT_FOUND for another's customer. */
export async function listCustomerOrders(
  customerId: string,
  query: Omit<OrderQuery, "customer">,
): Promise<OrderList> {
  return listOrders({ ...query, customer: customerId });
}
