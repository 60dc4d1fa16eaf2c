import { isIonId } from "@/lib/ids-shape";
import { cleanText, DEFAULT_LIMIT, sensible, sensibleMoment } from "@/lib/lists/list-params";
import {
  listParam,
  type ParamsOf,
  readParams,
  type SearchParams,
  textParam,
  wordParam,
} from "@/lib/search-params";
import {
  DEFAULT_SUBSCRIPTION_SORT,
  SUBSCRIPTION_LIST_SORTS,
  SUBSCRIPTION_STATUS_FILTERS,
  type SubscriptionListQuery,
} from "./subscription-list-query";

/** What the address of a list of subscriptions holds: `/subscriptions?status=active&renew=yes&to=2026-12-31&sort=renewal`. */
export const subscriptionListParsers = {
  q: textParam.or(""),
  status: listParam(wordParam(SUBSCRIPTION_STATUS_FILTERS)).or([]),
  customer: listParam(textParam).or([]),
  provider: listParam(textParam).or([]),
  billing: listParam(textParam).or([]),
  renew: wordParam(["yes", "no"]),
  from: textParam,
  to: textParam,
  sort: wordParam(SUBSCRIPTION_LIST_SORTS).or(DEFAULT_SUBSCRIPTION_SORT),
};
export type SubscriptionListSearch = ParamsOf<typeof subscriptionListParsers>;

export function loadSubscriptionListSearch(source: SearchParams | URLSearchParams) {
  return readParams(subscriptionListParsers, source);
}

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
