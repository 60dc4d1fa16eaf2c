/** Query keys of the home page; under the orders', so that what changes an order renews it. */
export const todayKeys = { orders: ["orders", "today"] as const };
