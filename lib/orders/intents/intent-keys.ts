/** Query keys of order intents; they start with the customer, so that one prefix covers all that is the customer's. */
export const intentKeys = {
  one: (customerId: string, cartId: string) => ["customers", customerId, "carts", cartId, "intent"] as const,
};
