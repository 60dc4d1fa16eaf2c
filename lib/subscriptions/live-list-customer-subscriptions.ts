import "server-only";
import { listSubscriptions } from "./live-list-subscriptions";
import type { SubscriptionQuery } from "./subscription-query";
import type { SubscriptionList } from "./subscription-schemas";

/** A page of one customer's subscriptions. Throws AppError NOT_FOUND for another's customer. */
export async function listCustomerSubscriptions(
  customerId: string,
  query: Omit<SubscriptionQuery, "customer">,
): Promise<SubscriptionList> {
  return listSubscriptions({ ...query, customer: customerId });
}
