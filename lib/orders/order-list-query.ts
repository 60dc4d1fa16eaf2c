import { z } from "zod";
import { ionIdSchema } from "@/lib/ids";
import { commaList, listParams, momentParam, selection, toListParams } from "@/lib/lists/list-params";
import { ORDER_PHASES, ORDER_STATES } from "./order-status";

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

/** What a list of orders is asked for, read from an address. */
export const orderListQuerySchema = z.object({
  ...listParams,
  /** An order in any of them counts. */
  phase: commaList(z.enum(ORDER_PHASE_FILTERS)).optional(),
  state: commaList(z.enum(ORDER_STATES)).optional(),
  customer: commaList(ionIdSchema).optional(),
  kind: commaList(z.enum(ORDER_KINDS)).optional(),
  /** When it was placed; a day counts whole, in UTC. */
  from: momentParam.optional().catch(undefined),
  to: momentParam.optional().catch(undefined),
  ids: selection(ionIdSchema).optional(),
  sort: z.enum(ORDER_LIST_SORTS).catch(DEFAULT_ORDER_SORT).default(DEFAULT_ORDER_SORT),
});
export type OrderListQuery = z.infer<typeof orderListQuerySchema>;

/** The question as params of an address, with nothing in it that is as usual. */
export function toOrderListParams(query: OrderListQuery): Record<string, string> {
  return toListParams(query, orderListQuerySchema.parse({}));
}
