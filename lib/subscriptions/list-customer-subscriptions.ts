import "server-only";
import { pageOfSubscriptions } from "./list-subscriptions";
import type { SubscriptionListPage } from "./subscription-list-page";
import type { SubscriptionListQuery } from "./subscription-list-query";

/**
 * A page of one customer's subscriptions; the totals are of this customer. Throws AppError NOT_FOUND for another's
 * customer.
 */
export async function listCustomerSubscriptions(
  customerId: string,
  query: SubscriptionListQuery,
): Promise<SubscriptionListPage> {
  const { customer: _, ...rest } = query;
  return pageOfSubscriptions(rest, customerId);
}
