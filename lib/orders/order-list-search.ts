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
  DEFAULT_ORDER_SORT,
  ORDER_KINDS,
  ORDER_LIST_SORTS,
  ORDER_PHASE_FILTERS,
  type OrderListQuery,
} from "./order-list-query";
import { ORDER_STATES } from "./order-status";

/** What the address of a list of orders holds: `/orders?phase=attention&customer=10054&sort=-created`. */
export const orderListParsers = {
  q: parseAsString.withDefault(""),
  phase: parseAsArrayOf(parseAsStringLiteral(ORDER_PHASE_FILTERS)).withDefault([]),
  state: parseAsArrayOf(parseAsStringLiteral(ORDER_STATES)).withDefault([]),
  customer: parseAsArrayOf(parseAsString).withDefault([]),
  kind: parseAsArrayOf(parseAsStringLiteral(ORDER_KINDS)).withDefault([]),
  from: parseAsString,
  to: parseAsString,
  sort: parseAsStringLiteral(ORDER_LIST_SORTS).withDefault(DEFAULT_ORDER_SORT),
};
export type OrderListSearch = inferParserType<typeof orderListParsers>;

export const loadOrderListSearch = createLoader(orderListParsers);

/** The question behind an address; values that make no sense are left out. A customer's own page asks for that customer. */
export function toOrderListQuery(search: OrderListSearch, customerId?: string): OrderListQuery {
  return {
    q: cleanText(search.q),
    phase: sensible(search.phase),
    state: sensible(search.state),
    customer: sensible(customerId ? [customerId] : search.customer, isIonId),
    kind: sensible(search.kind),
    from: sensibleMoment(search.from),
    to: sensibleMoment(search.to),
    limit: DEFAULT_LIMIT,
    sort: search.sort,
  };
}
