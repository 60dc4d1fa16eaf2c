import { z } from "zod";
import { ionIdSchema } from "@/lib/ids";
import { commaList, listParams, momentParam, selection } from "@/lib/lists/list-params-schema";
import { DEFAULT_ORDER_SORT, ORDER_KINDS, ORDER_LIST_SORTS, ORDER_PHASE_FILTERS } from "./order-list-query";
import { ORDER_STATES } from "./order-status";

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
