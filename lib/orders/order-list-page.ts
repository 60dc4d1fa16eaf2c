import { listPageSchema } from "@/lib/lists/list-page";
import * as s from "@/lib/shape";
import { ORDER_PHASE_FILTERS } from "./order-list-query";
import { orderRowSchema } from "./order-schemas";

const count = s.int();

/** Orders in each phase among those that match every other filter. `attention` overlaps with the phases. */
const facetsSchema = s.object({ phase: s.array(s.object({ value: s.oneOf(ORDER_PHASE_FILTERS), count })) });

/** A page of orders. What counts come with the first page only. */
export const orderListPageSchema = listPageSchema(orderRowSchema).extend({
  /** How many this person may see at all; of the customer, on a customer's own page. */
  unfilteredTotal: count.nullable(),
  facets: facetsSchema.nullable(),
  /** When to look again because something on the page moves, in milliseconds; null when nothing does. */
  pollAfterMs: s.number().nullable(),
});
export type OrderListPage = s.Infer<typeof orderListPageSchema>;
export type OrderFacets = s.Infer<typeof facetsSchema>;
