/** Query keys of carts. What belongs to a customer starts with the customer, so that one prefix covers all of it. */
export const cartKeys = {
  list: (search: string) => ["carts", search] as const,
  ofCustomer: (customerId: string) => ["customers", customerId, "carts", "list"] as const,
  one: (customerId: string, cartId: string) => ["customers", customerId, "carts", cartId, "cart"] as const,
  questions: (customerId: string, cartId: string, cartItemId: string) =>
    ["customers", customerId, "carts", cartId, "questions", cartItemId] as const,
  /** Ion's refusals of the last attempt to order, by field: the review page leaves them here for the cart page. */
  refusals: (customerId: string, cartId: string) =>
    ["customers", customerId, "carts", cartId, "refusals"] as const,
};
