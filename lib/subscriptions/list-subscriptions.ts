import "server-only";
import type { Actor } from "@/lib/auth/actor";
import { requirePermission } from "@/lib/auth/require-permission";
import { readSearchedText } from "@/lib/customers/found-by-text";
import { requireCustomers } from "@/lib/customers/require-customers";
import { countOnce } from "@/lib/lists/counts-cache";
import { readKeysetPage } from "@/lib/lists/keyset-page";
import { readMirrorState } from "@/lib/mirror/read-freshness";
import { countSubscriptions } from "./count-subscriptions";
import type { SubscriptionListPage } from "./subscription-list-page";
import type { SubscriptionListQuery } from "./subscription-list-query";
import { subscriptionListReader } from "./subscription-list-reader";
import type { SubscriptionListQuestion } from "./subscription-list-sql";

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
  const state = readMirrorState(actor, "subscriptions");
  const [page, counts, { freshness }] = await Promise.all([
    readKeysetPage(subscriptionListReader(actor, query), query),
    query.cursor === undefined ? state.then(({ version }) => count(actor, query, version)) : NOT_COUNTED,
    state,
  ]);
  return { ...page, ...counts, freshness };
}

/** What is found by its customer changes with the customers, too: such counts are not kept. */
function count(actor: Actor, query: SubscriptionListQuestion, version: number | null) {
  const { sort, limit, cursor, text, ...question } = query;
  const of = { resource: "subscriptions", version: text ? null : version, question } as const;
  return countOnce(actor, of, async () => ({
    counts: await countSubscriptions(actor, query),
    until: null,
  }));
}
