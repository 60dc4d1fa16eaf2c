import {
  createLoader,
  type inferParserType,
  parseAsArrayOf,
  parseAsString,
  parseAsStringLiteral,
} from "nuqs/server";
import {
  DEFAULT_SUBSCRIPTION_SORT,
  SUBSCRIPTION_LIST_SORTS,
  SUBSCRIPTION_STATUS_FILTERS,
  type SubscriptionListQuery,
  subscriptionListQuerySchema,
} from "./subscription-list-query";

/** What the address of a list of subscriptions holds: `/subscriptions?status=active&renew=yes&to=2026-12-31&sort=renewal`. */
export const subscriptionListParsers = {
  q: parseAsString.withDefault(""),
  status: parseAsArrayOf(parseAsStringLiteral(SUBSCRIPTION_STATUS_FILTERS)).withDefault([]),
  customer: parseAsArrayOf(parseAsString).withDefault([]),
  provider: parseAsArrayOf(parseAsString).withDefault([]),
  billing: parseAsArrayOf(parseAsString).withDefault([]),
  renew: parseAsStringLiteral(["yes", "no"]),
  from: parseAsString,
  to: parseAsString,
  sort: parseAsStringLiteral(SUBSCRIPTION_LIST_SORTS).withDefault(DEFAULT_SUBSCRIPTION_SORT),
};
export type SubscriptionListSearch = inferParserType<typeof subscriptionListParsers>;

export const loadSubscriptionListSearch = createLoader(subscriptionListParsers);

/** The question behind an address; values that make no sense are left out. A customer's own page asks for that customer. */
export function toSubscriptionListQuery(
  search: SubscriptionListSearch,
  customerId?: string,
): SubscriptionListQuery {
  return subscriptionListQuerySchema.parse({
    q: search.q,
    status: search.status.join(","),
    customer: customerId ?? search.customer.join(","),
    provider: search.provider.join(","),
    billing: search.billing.join(","),
    renew: search.renew ?? undefined,
    from: search.from ?? undefined,
    to: search.to ?? undefined,
    sort: search.sort,
  });
}
