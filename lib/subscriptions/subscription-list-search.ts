import {
  createLoader,
  type inferParserType,
  parseAsArrayOf,
  parseAsString,
  parseAsStringLiteral,
} from "nuqs/server";
import { isIonId } from "@/lib/ids-shape";
import { cleanText, DEFAULT_LIMIT, sensible, sensibleMoment } from "@/lib/lists/list-params";
import {
  DEFAULT_SUBSCRIPTION_SORT,
  SUBSCRIPTION_LIST_SORTS,
  SUBSCRIPTION_STATUS_FILTERS,
  type SubscriptionListQuery,
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
  return {
    q: cleanText(search.q),
    status: sensible(search.status),
    customer: sensible(customerId ? [customerId] : search.customer, isIonId),
    provider: sensible(
      search.provider.map((id) => id.trim()),
      (id) => id.length > 0 && id.length <= 100,
    ),
    billing: sensible(
      search.billing.map((type) => type.trim().toLowerCase()),
      (type) => /^[a-z_ -]{1,40}$/.test(type),
    ),
    renew: search.renew ?? undefined,
    from: sensibleMoment(search.from),
    to: sensibleMoment(search.to),
    limit: DEFAULT_LIMIT,
    sort: search.sort,
  };
}
