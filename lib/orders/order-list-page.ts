import { z } from "zod";
import { listPageSchema } from "@/lib/lists/list-page";
import { ORDER_PHASE_FILTERS } from "./order-list-query";
import { orderRowSchema } from "./order-schemas";

const count = z.number().int();

/** Orders in each phase among those that match every other filter. `attention` overlaps with the phases. */
const facetsSchema = z.object({ phase: z.array(z.object({ value: z.enum(ORDER_PHASE_FILTERS), count })) });

/** A page of orders. What counts come with the first page only. */
export const orderListPageSchema = listPageSchema(orderRowSchema).extend({
  /** How many this person may see at all; of the customer, on a customer's own page. */
  unfilteredTotal: count.nullable(),
  facets: facetsSchema.nullable(),
  /** When to look again because something on the page moves, in milliseconds; null when nothing does. */
  pollAfterMs: z.number().nullable(),
});
export type OrderListPage = z.infer<typeof orderListPageSchema>;
export type OrderFacets = z.infer<typeof facetsSchema>;
