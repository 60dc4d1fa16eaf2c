import { moneyShape } from "@/lib/money-value";
import * as s from "@/lib/shape";

// What the screens learn of intents; parsed in the browser.

const linesShape = s.array(
  s.object({ name: s.string(), quantity: s.number(), total: moneyShape.nullable() }),
);
const sideShape = s.object({ totals: s.array(moneyShape), lines: linesShape });

/** What was confirmed, and what Ion would have made of it at the moment of sending. */
export const differenceShape = s.object({ before: sideShape, after: sideShape });
export type OrderDifference = s.Infer<typeof differenceShape>;

/** Why nothing was ordered. */
export const refusalShape = s.object({
  code: s.string(),
  /** In the reader's language. */
  message: s.string(),
  /** To quote: Ion's request id, else the intent's id. */
  reference: s.string(),
  /** Texts by `items.<cartItemId>.<attribute>`; empty when nothing is at a field. */
  fields: s.array(s.object({ field: s.string(), messages: s.array(s.string()) })),
  difference: differenceShape.nullable(),
  /** ISO time. */
  at: s.string(),
});
export type OrderRefusal = s.Infer<typeof refusalShape>;

const evidence = {
  /** How often Ion, asked whether it has the order, answered no. */
  lookups: s.number(),
  /** When it last did, ISO time. */
  lastLookupAt: s.string().nullable(),
  /** The cart's status at Ion then: OPEN, CHECKED_OUT, GONE and so on; null when there is no cart. */
  cartStatus: s.string().nullable(),
  /** True when Ion, asked repeatedly and long enough after, shows no order. */
  canRelease: s.boolean(),
};

/** What the pages learn of a cart's order. `none`: the cart is free. */
export const orderIntentViewShape = s.object({
  state: s.oneOf(["none", "held", "pending", "sending", "placed", "unknown"]),
  intentId: s.string().nullable(),
  orderId: s.string().nullable(),
  /** Until when it can be recalled, ISO time, and in seconds from now. */
  heldUntil: s.string().nullable(),
  secondsLeft: s.number(),
  /** When it was sent, ISO time. */
  since: s.string().nullable(),
  /** Tries so far; more than one while Ion could not be reached. */
  attempts: s.number(),
  ...evidence,
  /** Why the last attempt for this cart, not long ago, ordered nothing; null otherwise. */
  refusal: refusalShape.nullable(),
});
export type OrderIntentView = s.Infer<typeof orderIntentViewShape>;

export const outboxRowShape = s.object({
  id: s.string(),
  kind: s.oneOf(["checkout", "order", "change"]),
  state: s.oneOf(["held", "pending", "sending", "placed", "rejected", "unknown", "released", "recalled"]),
  customerId: s.string(),
  customerName: s.string().nullable(),
  cartId: s.string().nullable(),
  subscriptionId: s.string().nullable(),
  orderId: s.string().nullable(),
  lines: linesShape,
  totals: s.array(moneyShape),
  orderedBy: s.string(),
  isMine: s.boolean(),
  createdAt: s.string(),
  heldUntil: s.string().nullable(),
  secondsLeft: s.number(),
  sentAt: s.string().nullable(),
  settledAt: s.string().nullable(),
  attempts: s.number(),
  ...evidence,
  /** Ion's last request id, else the intent's id. */
  reference: s.string(),
  refusal: refusalShape.nullable(),
});
export type OutboxRow = s.Infer<typeof outboxRowShape>;

export const outboxShape = s.object({
  /** What is not settled yet, oldest first. */
  live: s.array(outboxRowShape),
  /** What was settled in the last day, newest first. */
  settled: s.array(outboxRowShape),
  asOf: s.string(),
});
export type Outbox = s.Infer<typeof outboxShape>;
