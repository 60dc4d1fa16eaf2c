/** Query keys of orders. One customer's start with the customer, so that one prefix covers all that is the customer's. */
export const orderKeys = {
  /** Every page of the list, see `useInfiniteList`. */
  lists: ["orders"] as const,
  one: (customerId: string, orderId: string) => ["customers", customerId, "orders", orderId] as const,
};
