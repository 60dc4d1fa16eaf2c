import "server-only";
import { sql } from "drizzle-orm";
import type { Actor } from "@/lib/auth/actor";
import { getDb } from "@/lib/db/client";
import { mirrorSubscriptions as subscriptions } from "@/lib/db/schema/mirror";
import { countRows, sumBy, sumOf } from "@/lib/lists/counts";
import type { SubscriptionListPage } from "./subscription-list-page";
import { SUBSCRIPTION_STATUS_FILTERS } from "./subscription-list-query";
import {
  isNarrowed,
  matchingSubscriptions,
  type SubscriptionListQuestion,
  statusFilterOf,
  subscriptionsOf,
} from "./subscription-list-sql";

/**
 * How many subscriptions match, how many there are for this person, and how many have each status and provider. One look
 * at the rows tells all of it: they are counted by status and provider, and added up here.
 */
export async function countSubscriptions(
  actor: Actor,
  query: SubscriptionListQuestion,
): Promise<Pick<SubscriptionListPage, "total" | "unfilteredTotal" | "facets">> {
  const db = await getDb();
  const [groups, everything] = await Promise.all([
    db
      .select({
        status: subscriptions.status,
        providerId: subscriptions.providerId,
        providerName: subscriptions.providerName,
        count: sql<number>`count(*)::integer`,
      })
      .from(subscriptions)
      .where(matchingSubscriptions(actor, query))
      .groupBy(subscriptions.status, subscriptions.providerId, subscriptions.providerName),
    isNarrowed(query) ? countRows(subscriptions, subscriptionsOf(actor, query.within)) : null,
  ]);
  type Group = (typeof groups)[number];
  const hasStatus = ({ status }: Group) => !query.status || query.status.includes(statusFilterOf(status));
  const hasProvider = ({ providerId }: Group) =>
    !query.provider || (providerId !== null && query.provider.includes(providerId));
  const byStatus = sumBy(groups.filter(hasProvider), ({ status }) => statusFilterOf(status));
  const byProvider = sumBy(groups.filter(hasStatus), ({ providerId }) => providerId);
  const names = new Map(groups.map(({ providerId, providerName }) => [providerId, providerName]));
  return {
    total: sumOf(groups.filter((group) => hasStatus(group) && hasProvider(group))),
    unfilteredTotal: everything ?? sumOf(groups),
    facets: {
      status: SUBSCRIPTION_STATUS_FILTERS.map((value) => ({ value, count: byStatus.get(value) ?? 0 })),
      provider: [...byProvider]
        .flatMap(([value, count]) =>
          value === null ? [] : [{ value, name: names.get(value) ?? value, count }],
        )
        .sort((one, other) => one.name.localeCompare(other.name, "en")),
    },
  };
}
