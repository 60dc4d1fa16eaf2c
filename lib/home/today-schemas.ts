import { z } from "zod";
import { ionIdSchema } from "@/lib/ids";
import { freshnessSchema } from "@/lib/mirror/freshness";
import { moneySchema } from "@/lib/money-value";
import { orderRowSchema } from "@/lib/orders/order-schemas";

const unconfirmedSchema = z.object({
  customerId: ionIdSchema,
  customerName: z.string().nullable(),
  cartId: ionIdSchema,
  /** What was shown when the button was pressed. */
  totals: z.array(moneySchema),
  /** When it was sent. */
  since: z.string(),
  orderedBy: z.string(),
});
/** An order that was sent and never answered; the portal keeps looking for it. */
export type UnconfirmedOrder = z.infer<typeof unconfirmedSchema>;

const someOrders = z.object({ rows: z.array(orderRowSchema), total: z.number().int() });

/** The orders that concern somebody today. */
export const todaysOrdersSchema = z.object({
  unconfirmed: z.array(unconfirmedSchema),
  /** Held, failed lately, taking long; the most recently changed first. */
  attention: someOrders,
  /** On their way without trouble. */
  moving: someOrders,
  /** There are more than were read; the totals are at least that. */
  partial: z.boolean(),
  /** How new the orders are; `asOf` null: they are being read for the first time. */
  freshness: freshnessSchema,
  /** When this was looked up. */
  asOf: z.string(),
  pollAfterMs: z.number(),
});
export type TodaysOrders = z.infer<typeof todaysOrdersSchema>;
