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
  DEFAULT_ORDER_SORT,
  ORDER_KINDS,
  ORDER_LIST_SORTS,
  ORDER_PHASE_FILTERS,
  type OrderListQuery,
} from "./order-list-query";
import { ORDER_STATES } from "./order-status";

/** What the address of a list of orders holds: `/orders?phase=attention&customer=10054&sort=-created`. */
export const orderListParsers = {
  q: textParam.or(""),
  phase: listParam(wordParam(ORDER_PHASE_FILTERS)).or([]),
  state: listParam(wordParam(ORDER_STATES)).or([]),
  customer: listParam(textParam).or([]),
  kind: listParam(wordParam(ORDER_KINDS)).or([]),
  from: textParam,
  to: textParam,
  sort: wordParam(ORDER_LIST_SORTS).or(DEFAULT_ORDER_SORT),
};
export type OrderListSearch = ParamsOf<typeof orderListParsers>;

export function loadOrderListSearch(source: SearchParams | URLSearchParams) {
  return readParams(orderListParsers, source);
}

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
