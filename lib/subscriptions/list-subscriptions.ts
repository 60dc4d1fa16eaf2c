import "server-only";
import { requirePermission } from "@/lib/auth/require-permission";
import { readSearchedText } from "@/lib/customers/found-by-text";
import { requireCustomers } from "@/lib/customers/require-customers";
import { readKeysetPage } from "@/lib/lists/keyset-page";
import { readFreshness } from "@/lib/mirror/read-freshness";
import { countSubscriptions } from "./count-subscriptions";
import type { SubscriptionListPage } from "./subscription-list-page";
import type { SubscriptionListQuery } from "./subscription-list-query";
import { subscriptionListReader } from "./subscription-list-reader";

const NOT_COUNTED = { total: null, unfilteredTotal: null, facets: null };

/**
 * One page of the subscriptions this person may see, from the mirror: Ion is not asked. The first page has the exact
 * totals, too. Throws AppError NOT_FOUND when one of the customers asked for is somebody else's, INVALID_INPUT (field
 * `cursor`).
 */
export async function listSubscriptions(query: SubscriptionListQuery): Promise<SubscriptionListPage> {
  return pageOfSubscriptions(query, undefined);
}

/** The page of one customer's list, or of the whole. */
export async function pageOfSubscriptions(
  asked: SubscriptionListQuery,
  within: string | undefined,
): Promise<SubscriptionListPage> {
  const actor = await requirePermission("subscriptions:read", within);
  requireCustomers(actor, asked.customer);
  const query = { ...asked, within, text: await readSearchedText(actor, asked.q) };
  const [page, counts, freshness] = await Promise.all([
    readKeysetPage(subscriptionListReader(actor, query), query),
    query.cursor === undefined ? countSubscriptions(actor, query) : NOT_COUNTED,
    readFreshness(actor.accountId, "subscriptions"),
  ]);
  return { ...page, ...counts, freshness };
}
