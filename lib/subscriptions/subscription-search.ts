import {
  createLoader,
  type inferParserType,
  parseAsInteger,
  parseAsNumberLiteral,
  parseAsString,
  parseAsStringLiteral,
} from "nuqs/server";
import {
  DEFAULT_SUBSCRIPTION_PAGE_SIZE,
  SUBSCRIPTION_FILTER_NAMES,
  SUBSCRIPTION_PAGE_SIZES,
  SUBSCRIPTION_SORT_NAMES,
  type SubscriptionQuery,
  subscriptionQuerySchema,
} from "./subscription-query";

/** What the address of a list of subscriptions holds. */
export const subscriptionSearchParsers = {
  status: parseAsStringLiteral(SUBSCRIPTION_FILTER_NAMES),
  customer: parseAsString,
  provider: parseAsString,
  q: parseAsString.withDefault(""),
  sort: parseAsStringLiteral(SUBSCRIPTION_SORT_NAMES).withDefault("name"),
  dir: parseAsStringLiteral(["asc", "desc"] as const).withDefault("asc"),
  size: parseAsNumberLiteral(SUBSCRIPTION_PAGE_SIZES).withDefault(DEFAULT_SUBSCRIPTION_PAGE_SIZE),
  offset: parseAsInteger.withDefault(0),
};
export type SubscriptionSearch = inferParserType<typeof subscriptionSearchParsers>;

export const loadSubscriptionSearch = createLoader(subscriptionSearchParsers);

/** The question behind an address; values that make no sense are left out. */
export function toSubscriptionQuery(search: SubscriptionSearch, customerId?: string): SubscriptionQuery {
  const given = Object.entries({ ...search, customer: customerId ?? search.customer });
  return subscriptionQuerySchema.parse(
    Object.fromEntries(given.filter(([, value]) => value !== null && value !== "")),
  );
}
