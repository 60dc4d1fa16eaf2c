import "server-only";
import { requirePermission } from "@/lib/auth/require-permission";
import { readSearchedText } from "@/lib/customers/found-by-text";
import { requireCustomers } from "@/lib/customers/require-customers";
import { readKeysetPage } from "@/lib/lists/keyset-page";
import { readListPage } from "@/lib/lists/read-list-page";
import { readMirrorState } from "@/lib/mirror/read-freshness";
import { countSubscriptions } from "./count-subscriptions";
import type { SubscriptionListPage } from "./subscription-list-page";
import type { SubscriptionListQuery } from "./subscription-list-query";
import { subscriptionListReader } from "./subscription-list-reader";

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
  const question = { ...asked, within };
  const { freshness, version, customersVersion } = await readMirrorState(actor, "subscriptions");
  const key = { of: "subscriptions", versions: [version, customersVersion], question };
  const page = await readListPage(actor, key, async () => {
    const query = { ...question, text: await readSearchedText(actor, question.q) };
    return {
      rows: () => readKeysetPage(subscriptionListReader(actor, query), query),
      count: async () => ({ answer: await countSubscriptions(actor, query), until: null }),
    };
  });
  return { ...page, freshness };
}
