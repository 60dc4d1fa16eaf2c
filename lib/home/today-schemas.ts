import { ionId } from "@/lib/ids-shape";
import { freshnessSchema } from "@/lib/mirror/freshness";
import { moneyShape } from "@/lib/money-value";
import { orderRowSchema } from "@/lib/orders/order-schemas";
import * as s from "@/lib/shape";

const unconfirmedSchema = s.object({
  /** The intent's. */
  id: s.string(),
  customerId: ionId,
  customerName: s.string().nullable(),
  /** Null for an order that had no cart. */
  cartId: ionId.nullable(),
  /** The first line's, or nothing. */
  name: s.string(),
  /** What was shown when the button was pressed. */
  totals: s.array(moneyShape),
  /** When it was sent. */
  since: s.string(),
  orderedBy: s.string(),
});
/** An order that was sent and never answered; the portal keeps looking for it. */
export type UnconfirmedOrder = s.Infer<typeof unconfirmedSchema>;

const someOrders = s.object({ rows: s.array(orderRowSchema), total: s.int() });

/** The orders that concern somebody today. */
export const todaysOrdersSchema = s.object({
  unconfirmed: s.array(unconfirmedSchema),
  /** Held, failed lately, taking long; the most recently changed first. */
  attention: someOrders,
  /** On their way without trouble. */
  moving: someOrders,
  /** There are more than were read; the totals are at least that. */
  partial: s.boolean(),
  /** How new the orders are; `asOf` null: they are being read for the first time. */
  freshness: freshnessSchema,
  /** When this was looked up. */
  asOf: s.string(),
  pollAfterMs: s.number(),
});
export type TodaysOrders = s.Infer<typeof todaysOrdersSchema>;
