import "server-only";
import { type Actor, seesCustomer } from "@/lib/auth/actor";
import { requirePermission } from "@/lib/auth/require-permission";
import { customerNameOf } from "@/lib/customers/customer-name-of";
import { connectIon } from "@/lib/ion/connect";
import type { IonSubscription } from "@/lib/ion/schemas/subscriptions";
import { toSubscriptionRow } from "./map-subscription";
import { querySubscriptions } from "./query-subscriptions";
import { readAssignedSubscriptions } from "./read-assigned-subscriptions";
import { SUBSCRIPTION_FILTERS, SUBSCRIPTION_SORTS, type SubscriptionQuery } from "./subscription-query";
import type { SubscriptionList, SubscriptionRow } from "./subscription-schemas";

type NameOf = (customerId: string) => string | null;

/**
 * A page of the subscriptions this person may see. Ion filters, sorts and counts for the whole account and for a single
 * customer; for sales people without a chosen customer it happens here. Throws AppError NOT_FOUND for a customer of
 * somebody else. CONTRACT.md section 2.6.
 */
export async function listSubscriptions(query: SubscriptionQuery): Promise<SubscriptionList> {
  const actor = await requirePermission("subscriptions:read", query.customer);
  const { customerIds } = actor;
  if (query.customer === undefined && customerIds !== "all") return listAssigned(actor, customerIds, query);
  const ion = await connectIon(actor.accountId);
  const asOf = new Date().toISOString();
  const [page, nameOf] = await Promise.all([
    ion.subscriptions.list({
      filters: {
        customerId: query.customer,
        status: query.status && SUBSCRIPTION_FILTERS[query.status],
        providerId: query.provider,
        subscriptionName: query.q || undefined,
      },
      limit: query.size,
      offset: query.offset,
      sortBy: SUBSCRIPTION_SORTS[query.sort],
      sortOrder: query.dir === "desc" ? "DESC" : "ASC",
    }),
    customerNameOf(),
  ]);
  return {
    rows: toRows(page.subscriptions, nameOf, actor, query.customer),
    offset: query.offset,
    total: page.totalCount,
    nextOffset: page.nextOffset,
    partial: false,
    asOf,
  };
}

async function listAssigned(
  actor: Actor,
  customerIds: ReadonlySet<string>,
  query: SubscriptionQuery,
): Promise<SubscriptionList> {
  const [{ subscriptions, partial, asOf }, nameOf] = await Promise.all([
    readAssignedSubscriptions(actor, customerIds),
    customerNameOf(),
  ]);
  return {
    ...querySubscriptions(toRows(subscriptions, nameOf, actor), query),
    offset: query.offset,
    partial,
    asOf,
  };
}

/** A row without a customer can't be opened and might be anybody's: it is left out. */
function toRows(
  subscriptions: readonly IonSubscription[],
  nameOf: NameOf,
  actor: Actor,
  onlyCustomer?: string,
): SubscriptionRow[] {
  return subscriptions.flatMap((subscription) => {
    const { customerId } = subscription;
    if (customerId === null || !seesCustomer(actor, customerId)) return [];
    if (onlyCustomer !== undefined && customerId !== onlyCustomer) return [];
    return [toSubscriptionRow(subscription, customerId, nameOf(customerId))];
  });
}
