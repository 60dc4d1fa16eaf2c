import { catalogSearchParams, loadCatalogSearch } from "@/lib/catalog/catalog-search-params";
import { toCustomerListParams } from "@/lib/customers/customer-list-query";
import { customerListQuerySchema } from "@/lib/customers/customer-list-schema";
import type { ViewList } from "@/lib/db/schema/view-lists";
import { toOrderListParams } from "@/lib/orders/order-list-query";
import { orderListQuerySchema } from "@/lib/orders/order-list-schema";
import { changeParams } from "@/lib/search-params";
import { toSubscriptionListParams } from "@/lib/subscriptions/subscription-list-query";
import { subscriptionListQuerySchema } from "@/lib/subscriptions/subscription-list-schema";

type Params = Record<string, string>;

/** What each list makes of an address: what it knows, in its own words. */
const READ: Record<ViewList, (params: Params) => Params> = {
  customers: (params) => toCustomerListParams(customerListQuerySchema.parse(params)),
  orders: (params) => toOrderListParams(orderListQuerySchema.parse(params)),
  subscriptions: (params) => toSubscriptionListParams(subscriptionListQuerySchema.parse(params)),
  catalog: (params) =>
    Object.fromEntries(
      changeParams(
        catalogSearchParams,
        new URLSearchParams(),
        loadCatalogSearch(new URLSearchParams(params)),
      ),
    ),
};

/** Where somebody was in a list, and what they had picked there, belongs to that moment and not to a view. */
const OF_THE_MOMENT = new Set(["cursor", "limit", "ids", "shown", "open"]);

/** The params of a list's address as a view keeps them: filters, text and order, and nothing that the list does not know. */
export function toViewSearch(list: ViewList, params: Params): Params {
  const kept = Object.entries(params).filter(([name]) => !OF_THE_MOMENT.has(name));
  return Object.fromEntries(
    Object.entries(READ[list](Object.fromEntries(kept))).filter(([name]) => !OF_THE_MOMENT.has(name)),
  );
}
