import { DEFAULT_LIMIT, type ListQuery, toListParams } from "@/lib/lists/list-params";
import { ORDER_PHASES, type OrderState } from "./order-status";

/** The columns of the list; it sorts by each of them, upwards or (with "-") downwards. */
export const ORDER_COLUMNS = [
  "order",
  "customer",
  "what",
  "seats",
  "total",
  "status",
  "created",
  "updated",
] as const;
export type OrderColumn = (typeof ORDER_COLUMNS)[number];
export type OrderListSort = OrderColumn | `-${OrderColumn}`;
export const ORDER_LIST_SORTS = ORDER_COLUMNS.flatMap((column): OrderListSort[] => [column, `-${column}`]);
export const DEFAULT_ORDER_SORT: OrderListSort = "-created";

/** Where an order stands as people read it, and `attention`: whatever a person should look at. */
export const ORDER_PHASE_FILTERS = ["attention", ...ORDER_PHASES] as const;
export type OrderPhaseFilter = (typeof ORDER_PHASE_FILTERS)[number];
export const ORDER_KINDS = ["new", "change"] as const;

/** What the list is asked for. */
export type OrderListQuery = ListQuery<OrderListSort> & {
  phase?: OrderPhaseFilter[] | undefined;
  state?: OrderState[] | undefined;
  customer?: string[] | undefined;
  kind?: (typeof ORDER_KINDS)[number][] | undefined;
  /** When it was placed; a day counts whole, in UTC. */
  from?: string | undefined;
  to?: string | undefined;
};

/** The question as params of an address, with nothing in it that is as usual. */
export function toOrderListParams(query: OrderListQuery): Record<string, string> {
  return toListParams(query, { limit: DEFAULT_LIMIT, sort: DEFAULT_ORDER_SORT });
}
