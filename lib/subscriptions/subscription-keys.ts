import type { SubscriptionQuery } from "./subscription-query";

/** Query keys of subscriptions. */
export const subscriptionKeys = {
  list: (query: Partial<SubscriptionQuery>) => ["subscriptions", query] as const,
};
