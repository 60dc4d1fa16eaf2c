import type { OrderQuery } from "./order-query";

/** Query keys of orders. One customer's start with the customer, so that one prefix covers all that is the customer's. */
export const orderKeys = {
  lists: ["orders"] as const,
  list: (query: Partial<OrderQuery>) => ["orders", query] as const,
  one: (customerId: string, orderId: string) => ["customers", customerId, "orders", orderId] as const,
};
