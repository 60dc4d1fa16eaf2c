import "server-only";
import { pageOfOrders } from "./list-orders";
import type { OrderListPage } from "./order-list-page";
import type { OrderListQuery } from "./order-list-query";

/**
 * A page of one customer's orders, newest first unless asked otherwise; the totals are of this customer. Throws AppError
 * NOT_FOUND for another's customer.
 */
export async function listCustomerOrders(customerId: string, query: OrderListQuery): Promise<OrderListPage> {
  const { customer: _, ...rest } = query;
  return pageOfOrders(rest, customerId);
}
