import { type SQL, sql } from "drizzle-orm";
import type { Actor } from "@/lib/auth/actor";
import { foundByText, type SearchedText } from "@/lib/customers/found-by-text";
import { mirrorSubscriptions as subscriptions } from "@/lib/db/schema/mirror";
import {
  lengthOf,
  orEarliest,
  orLeast,
  orNone,
  renewsOrEnds,
  sortText,
  termLength,
} from "@/lib/db/schema/order-expressions";
import { all, any, isOneOf, notAfter, notBefore } from "@/lib/lists/conditions";
import type { SortColumn } from "@/lib/lists/keyset";
import {
  SUBSCRIPTION_STATUS_WORDS,
  type SubscriptionColumn,
  type SubscriptionListQuery,
  type SubscriptionStatusFilter,
} from "./subscription-list-query";

/** A question about subscriptions as the mirror is asked: with its text looked up, and perhaps about one customer only. */
export type SubscriptionListQuestion = Omit<SubscriptionListQuery, "q"> & {
  text: SearchedText | undefined;
  within?: string | undefined;
};

/**
 * The person's own part of the mirror: their account, and of it the customers they look after. A row without a customer
 * can't be opened and might be anybody's: nobody gets it.
 */
export function subscriptionsOf(actor: Actor, within?: string): SQL {
  return all(
    sql`${subscriptions.accountId} = ${actor.accountId}`,
    actor.customerIds === "all"
      ? sql`${subscriptions.customerId} is not null`
      : isOneOf(subscriptions.customerId, actor.customerIds),
    within === undefined ? undefined : sql`${subscriptions.customerId} = ${within}`,
  );
}

/** The rows that match everything but status and provider, which the counts are told apart by. */
export function matchingSubscriptions(actor: Actor, query: SubscriptionListQuestion): SQL {
  const { text, customer, billing, renew, from, to, ids } = query;
  const renewal = renewsOrEnds(subscriptions);
  return all(
    subscriptionsOf(actor, query.within),
    text && foundByText(text, subscriptions),
    customer && isOneOf(subscriptions.customerId, customer),
    billing && isOneOf(subscriptions.billingType, billing),
    renew && (renew === "yes" ? sql`${subscriptions.autoRenew}` : sql`not ${subscriptions.autoRenew}`),
    from ? notBefore(renewal, from) : undefined,
    // What never ends, or when is not known, is not due before any day.
    from || to ? sql`${renewal} < '9999-01-01Z'::timestamptz` : undefined,
    to ? notAfter(renewal, to) : undefined,
    ids && isOneOf(subscriptions.id, ids),
  );
}

/** True when `matchingSubscriptions` leaves rows out that this person may see. */
export function isNarrowed(query: SubscriptionListQuestion): boolean {
  const { text, customer, billing, renew, from, to, ids } = query;
  return [text, customer, billing, renew, from, to, ids].some((each) => each !== undefined);
}

/** The rows of the list. */
export function listedSubscriptions(actor: Actor, query: SubscriptionListQuestion): SQL {
  return all(
    matchingSubscriptions(actor, query),
    query.status && hasStatus(query.status),
    query.provider && isOneOf(subscriptions.providerId, query.provider),
  );
}

/** Which of the filters a status of Ion's answers to. */
export function statusFilterOf(status: string | null): SubscriptionStatusFilter {
  for (const [filter, words] of Object.entries(SUBSCRIPTION_STATUS_WORDS)) {
    if (words.some((word) => word === status)) return filter as keyof typeof SUBSCRIPTION_STATUS_WORDS;
  }
  return "other";
}

const KNOWN_WORDS: readonly string[] = Object.values(SUBSCRIPTION_STATUS_WORDS).flat();

function hasStatus(filters: readonly SubscriptionStatusFilter[]): SQL {
  const words = filters.flatMap((filter) => (filter === "other" ? [] : SUBSCRIPTION_STATUS_WORDS[filter]));
  const known = isOneOf(subscriptions.status, words);
  const other = sql`(${subscriptions.status} is null or not ${isOneOf(subscriptions.status, KNOWN_WORDS)})`;
  return filters.includes("other") ? any([known, other]) : known;
}

type By = Omit<SortColumn, "desc">[];

const ID: By = [{ by: sql`${subscriptions.id}` }];
const ORDERS: Record<Exclude<SubscriptionColumn, "customer">, By> = {
  name: [{ by: sql`${subscriptions.sortName}` }, ...ID],
  vendor: [{ by: sortText(subscriptions.providerName) }, ...ID],
  seats: [{ by: orNone(subscriptions.seats), cast: "integer" }, ...ID],
  // Prices of different currencies can't be compared: each currency by itself.
  unit: [
    { by: sql`coalesce(${subscriptions.currency}, '')` },
    { by: orLeast(subscriptions.unitPrice), cast: "numeric" },
    ...ID,
  ],
  status: [{ by: sql`coalesce(${subscriptions.status}, '')` }, ...ID],
  term: [{ by: termLength(subscriptions.row), cast: "integer" }, ...ID],
  renewal: [{ by: renewsOrEnds(subscriptions), cast: "timestamptz" }, ...ID],
  start: [{ by: orEarliest(subscriptions.startsAt), cast: "timestamptz" }, ...ID],
  updated: [{ by: orEarliest(subscriptions.updatedAt), cast: "timestamptz" }, ...ID],
  id: [{ by: lengthOf(subscriptions.id), cast: "integer" }, ...ID],
};

/** The columns that put the list in the order asked for; by customer it is read another way. */
export function subscriptionOrder({
  sort,
}: Pick<SubscriptionListQuery, "sort">): SortColumn[] | "by-customer" {
  const desc = sort.startsWith("-");
  const column = sort.replace("-", "") as SubscriptionColumn;
  return column === "customer" ? "by-customer" : ORDERS[column].map((each) => ({ ...each, desc }));
}
