import { ionId } from "@/lib/ids-shape";
import { moneyShape } from "@/lib/money-value";
import * as s from "@/lib/shape";
import { PROBLEM_CAUSES } from "./order-errors";
import { ORDER_PHASES, ORDER_STATES } from "./order-status";

// What the screens get of orders: only what they show, never Ion's own object.

const time = s.string().nullable();
const money = moneyShape.nullable();

export const orderStatusSchema = s.object({
  state: s.oneOf(ORDER_STATES),
  phase: s.oneOf(ORDER_PHASES),
  raw: s.string().nullable(),
  since: time,
  attention: s.boolean(),
});

const orderProblemSchema = s.object({
  cause: s.oneOf(PROBLEM_CAUSES),
  code: s.string().nullable(),
  detail: s.string().nullable(),
});
export const orderRowSchema = s.object({
  id: ionId,
  customerId: ionId,
  /** Null when the name could not be read; the id stands for it then. */
  customerName: s.string().nullable(),
  /** The first item's name; null when Ion names none. */
  title: s.string().nullable(),
  planName: s.string().nullable(),
  /** Items beyond the first. */
  moreItems: s.int(),
  seats: s.int().nullable(),
  /** Ion's total; one a currency, added up here, when the items differ in it. Empty is unknown. */
  totals: s.array(moneyShape),
  /** `change`: it changes a subscription, and its total is not what it costs (CONTRACT.md section 8, item 6). */
  kind: s.oneOf(["new", "change"]),
  status: orderStatusSchema,
  /** Why Ion holds it, in Ion's words. */
  holdReason: s.string().nullable(),
  problem: orderProblemSchema.nullable(),
  createdAt: time,
  updatedAt: time,
});
export type OrderRow = s.Infer<typeof orderRowSchema>;

const answerSchema = s.object({
  name: s.string(),
  value: s.string().nullable(),
  /** Why there is no value: `secret` nobody sees again, `personal` is for account admins and who ordered. */
  hidden: s.oneOf(["secret", "personal"]).nullable(),
});
export type OrderAnswer = s.Infer<typeof answerSchema>;

const termSchema = s.object({ count: s.int(), unit: s.oneOf(["day", "week", "month", "year"]) });

const orderItemSchema = s.object({
  /** Ion's id of the item, or its position when Ion names none. */
  key: s.string(),
  action: s.oneOf(["create", "update"]),
  productId: s.string().nullable(),
  productName: s.string().nullable(),
  skuName: s.string().nullable(),
  planName: s.string().nullable(),
  quantity: s.int().nullable(),
  unitPrice: money,
  subTotal: money,
  /** False when Ion's price, quantity and subtotal do not agree (D29): the subtotal counts. */
  pricesAgree: s.boolean().nullable(),
  /** Per unit; left out for people who may not see cost. */
  cost: moneyShape.nullable().optional(),
  term: termSchema.nullable(),
  billingPeriod: s.string().nullable(),
  customerPO: s.string().nullable(),
  resellerPO: s.string().nullable(),
  vendorPartNumber: s.string().nullable(),
  vendorSubscriptionId: s.string().nullable(),
  phase: s.oneOf(ORDER_PHASES),
  rawStatus: s.string().nullable(),
  addOns: s.array(s.object({ name: s.string(), quantity: s.int().nullable() })),
  answers: s.array(answerSchema),
  note: s.string().nullable(),
  process: s.object({ name: s.string().nullable(), details: s.string().nullable() }).nullable(),
  problems: s.array(orderProblemSchema),
  updatedAt: time,
});
export type OrderItem = s.Infer<typeof orderItemSchema>;

export const TIMELINE_STEPS = [
  "placed",
  "review",
  "onHold",
  "released",
  "queued",
  "provisioning",
  "partlyDone",
  "done",
  "failed",
  "cancelled",
  "unknown",
] as const;
const timelineStepSchema = s.object({
  id: s.oneOf(TIMELINE_STEPS),
  state: s.oneOf(["done", "current", "upcoming", "failed", "attention"]),
  /** When it happened, where Ion says so. */
  at: time,
  /** Since when it goes on. */
  since: time,
});
export type OrderTimelineStep = s.Infer<typeof timelineStepSchema>;

const linkedSubscriptionSchema = s.object({
  id: ionId,
  customerId: ionId,
  name: s.string().nullable(),
  /** Ion's own word, upper case. */
  status: s.string().nullable(),
  state: s.oneOf(["pending", "active", "suspended", "ended", "failed", "unknown"]),
  licenses: s.int().nullable(),
});
export type LinkedSubscription = s.Infer<typeof linkedSubscriptionSchema>;

const credentialsSchema = s.either([
  /** Ion holds none for this order. */
  s.object({ state: s.literal("none") }),
  /** This person ordered it and may see them, once. */
  s.object({ state: s.literal("available") }),
  s.object({ state: s.literal("shown"), at: s.string() }),
  /** Somebody else ordered it (null: not through this portal). */
  s.object({ state: s.literal("others"), by: s.string().nullable() }),
]);
export type OrderCredentialsState = s.Infer<typeof credentialsSchema>;

export const orderSchema = orderRowSchema.extend({
  displayName: s.string().nullable(),
  referenceId: s.string().nullable(),
  cartId: s.string().nullable(),
  orderedBy: s.object({ name: s.string().nullable(), throughPortal: s.boolean() }),
  items: s.array(orderItemSchema),
  problems: s.array(orderProblemSchema),
  process: s.object({ name: s.string().nullable(), details: s.string().nullable() }).nullable(),
  timeline: s.array(timelineStepSchema),
  scheduledAt: time,
  /** `allowed`, or why not: Ion is past it, or this person's role. */
  cancel: s.oneOf(["allowed", "tooLate", "role"]),
  credentials: credentialsSchema,
  /**
   * `later`: none to expect yet. `unknown`: the mirror has none, Ion was not asked. `missing`: the order is done and Ion
   * shows none yet. `unavailable`: not readable now.
   */
  subscriptions: s.object({
    state: s.oneOf(["later", "unknown", "found", "missing", "unavailable"]),
    rows: s.array(linkedSubscriptionSchema),
  }),
  asOf: s.string(),
  pollAfterMs: s.number().nullable(),
});
/** An order as its page shows it. */
export type Order = s.Infer<typeof orderSchema>;
