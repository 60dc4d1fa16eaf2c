import { z } from "zod";
import { ionIdSchema, orderParams } from "@/lib/ids";
import { moneySchema } from "@/lib/money-value";
import { PROBLEM_CAUSES } from "./order-errors";
import { ORDER_PHASES, ORDER_STATES } from "./order-status";

// What the screens get of orders: only what they show, never Ion's own object.

const time = z.string().nullable();
const money = moneySchema.nullable();

export const orderStatusSchema = z.object({
  state: z.enum(ORDER_STATES),
  phase: z.enum(ORDER_PHASES),
  raw: z.string().nullable(),
  since: time,
  attention: z.boolean(),
});

const orderProblemSchema = z.object({
  cause: z.enum(PROBLEM_CAUSES),
  code: z.string().nullable(),
  detail: z.string().nullable(),
});
export const orderRowSchema = z.object({
  id: ionIdSchema,
  customerId: ionIdSchema,
  /** Null when the name could not be read; the id stands for it then. */
  customerName: z.string().nullable(),
  /** The first item's name; null when Ion names none. */
  title: z.string().nullable(),
  planName: z.string().nullable(),
  /** Items beyond the first. */
  moreItems: z.number().int(),
  seats: z.number().int().nullable(),
  /** Ion's total; one a currency, added up here, when the items differ in it. Empty is unknown. */
  totals: z.array(moneySchema),
  /** `change`: it changes a subscription, and its total is not what it costs (CONTRACT.md section 8, item 6). */
  kind: z.enum(["new", "change"]),
  status: orderStatusSchema,
  /** Why Ion holds it, in Ion's words. */
  holdReason: z.string().nullable(),
  problem: orderProblemSchema.nullable(),
  createdAt: time,
  updatedAt: time,
});
export type OrderRow = z.infer<typeof orderRowSchema>;

export const orderListSchema = z.object({
  rows: z.array(orderRowSchema),
  nextPageToken: z.string().nullable(),
  /** True when there is more of this kind than was read. */
  partial: z.boolean(),
  /** When Ion was asked. */
  asOf: z.string(),
  /** When to ask again; null when nothing moves. */
  pollAfterMs: z.number().nullable(),
});
export type OrderList = z.infer<typeof orderListSchema>;

const answerSchema = z.object({
  name: z.string(),
  value: z.string().nullable(),
  /** Why there is no value: `secret` nobody sees again, `personal` is for account admins and who ordered. */
  hidden: z.enum(["secret", "personal"]).nullable(),
});
export type OrderAnswer = z.infer<typeof answerSchema>;

const termSchema = z.object({ count: z.number().int(), unit: z.enum(["day", "week", "month", "year"]) });

const orderItemSchema = z.object({
  /** Ion's id of the item, or its position when Ion names none. */
  key: z.string(),
  action: z.enum(["create", "update"]),
  productId: z.string().nullable(),
  productName: z.string().nullable(),
  skuName: z.string().nullable(),
  planName: z.string().nullable(),
  quantity: z.number().int().nullable(),
  unitPrice: money,
  subTotal: money,
  /** False when Ion's price, quantity and subtotal do not agree (D29): the subtotal counts. */
  pricesAgree: z.boolean().nullable(),
  /** Per unit; left out for people who may not see cost. */
  cost: moneySchema.nullable().optional(),
  term: termSchema.nullable(),
  billingPeriod: z.string().nullable(),
  customerPO: z.string().nullable(),
  resellerPO: z.string().nullable(),
  vendorPartNumber: z.string().nullable(),
  vendorSubscriptionId: z.string().nullable(),
  phase: z.enum(ORDER_PHASES),
  rawStatus: z.string().nullable(),
  addOns: z.array(z.object({ name: z.string(), quantity: z.number().int().nullable() })),
  answers: z.array(answerSchema),
  note: z.string().nullable(),
  process: z.object({ name: z.string().nullable(), details: z.string().nullable() }).nullable(),
  problems: z.array(orderProblemSchema),
  updatedAt: time,
});
export type OrderItem = z.infer<typeof orderItemSchema>;

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
const timelineStepSchema = z.object({
  id: z.enum(TIMELINE_STEPS),
  state: z.enum(["done", "current", "upcoming", "failed", "attention"]),
  /** When it happened, where Ion says so. */
  at: time,
  /** Since when it goes on. */
  since: time,
});
export type OrderTimelineStep = z.infer<typeof timelineStepSchema>;

const linkedSubscriptionSchema = z.object({
  id: ionIdSchema,
  customerId: ionIdSchema,
  name: z.string().nullable(),
  /** Ion's own word, upper case. */
  status: z.string().nullable(),
  state: z.enum(["pending", "active", "suspended", "ended", "failed", "unknown"]),
  licenses: z.number().int().nullable(),
});
export type LinkedSubscription = z.infer<typeof linkedSubscriptionSchema>;

const credentialsSchema = z.discriminatedUnion("state", [
  /** Ion holds none for this order. */
  z.object({ state: z.literal("none") }),
  /** This person ordered it and may see them, once. */
  z.object({ state: z.literal("available") }),
  z.object({ state: z.literal("shown"), at: z.string() }),
  /** Somebody else ordered it (null: not through this portal). */
  z.object({ state: z.literal("others"), by: z.string().nullable() }),
]);
export type OrderCredentialsState = z.infer<typeof credentialsSchema>;

export const orderSchema = orderRowSchema.extend({
  displayName: z.string().nullable(),
  referenceId: z.string().nullable(),
  cartId: z.string().nullable(),
  orderedBy: z.object({ name: z.string().nullable(), throughPortal: z.boolean() }),
  items: z.array(orderItemSchema),
  problems: z.array(orderProblemSchema),
  process: z.object({ name: z.string().nullable(), details: z.string().nullable() }).nullable(),
  timeline: z.array(timelineStepSchema),
  scheduledAt: time,
  /** `allowed`, or why not: Ion is past it, or this person's role. */
  cancel: z.enum(["allowed", "tooLate", "role"]),
  credentials: credentialsSchema,
  /** `later`: none to expect yet. `missing`: the order is done and Ion shows none yet. `unavailable`: not readable now. */
  subscriptions: z.object({
    state: z.enum(["later", "found", "missing", "unavailable"]),
    rows: z.array(linkedSubscriptionSchema),
  }),
  asOf: z.string(),
  pollAfterMs: z.number().nullable(),
});
/** An order as its page shows it. */
export type Order = z.infer<typeof orderSchema>;

export const cancelOrderInput = orderParams;
export const showCredentialsInput = orderParams;
