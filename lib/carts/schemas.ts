import { billingPeriodSchema, planRefShape, planSchema } from "@/lib/catalog/schemas";
import { moneyShape } from "@/lib/money-value";
import * as s from "@/lib/shape";

// What comes out: everything the screens get of a cart, and nothing else.

export const CART_STATES = ["open", "saved", "quote", "checked-out", "unknown"] as const;
export type CartState = (typeof CART_STATES)[number];

const marginSchema = s.object({ amount: moneyShape, percent: s.string().nullable() });

/** One total: an amount of one currency, for one billing period. Cost and margin only for those who may see them. */
export const cartTotalSchema = moneyShape.extend({
  period: billingPeriodSchema,
  /** Absent for those who may not see it; null when the cost of a part is not known. */
  cost: moneyShape.nullable().optional(),
  margin: marginSchema.nullable().optional(),
});
export type CartTotal = s.Infer<typeof cartTotalSchema>;

const availableAddOnSchema = s.object({
  addOnId: s.string(),
  planId: s.string(),
  name: s.string(),
  description: s.string().nullable(),
  period: billingPeriodSchema,
  unitPrice: moneyShape.nullable(),
  orderable: s.boolean(),
});
export type AvailableAddOn = s.Infer<typeof availableAddOnSchema>;

const chosenAddOnSchema = s.object({
  /** Null when the catalog does not have it any more. */
  addOnId: s.string().nullable(),
  planId: s.string(),
  name: s.string(),
  quantity: s.number(),
  period: billingPeriodSchema,
  unitPrice: moneyShape.nullable(),
  lineTotal: moneyShape.nullable(),
  /** What it costs once, on top: per unit, and for all of them; null when nothing. */
  onceUnitPrice: moneyShape.nullable(),
  onceTotal: moneyShape.nullable(),
  /** Absent for those who may not see it. */
  unitCost: moneyShape.nullable().optional(),
  lineCost: moneyShape.nullable().optional(),
});

export const TENANT_STATES = ["existing", "new", "none", "unknown"] as const;

/** What the vendor wants to know before the order, and how far the answers are. */
export const provisioningStateSchema = s.object({
  /** `unknown`: the questions could not be read. `none`: nothing is asked. */
  state: s.oneOf(["complete", "missing", "none", "unknown"]),
  /** Titles of the questions that still need an answer or a better one. */
  missing: s.array(s.string()),
  questionCount: s.number(),
  answeredCount: s.number(),
  /** True when only Ion knows which answers it needs. */
  requiredUnknown: s.boolean(),
  /** Whether a person has to say, and has said, that the customer has no tenant yet. */
  confirmation: s.oneOf(["not-needed", "missing", "given"]),
  /** Why these questions: a key of `provisioning.decision`. */
  reason: s.string().nullable(),
  tenant: s.oneOf(TENANT_STATES),
  /** How that is known: a key of `carts.tenantReason`. */
  tenantReason: s.string().nullable(),
  tenantDomain: s.string().nullable(),
});
export type ProvisioningState = s.Infer<typeof provisioningStateSchema>;

export const cartItemSchema = s.object({
  id: s.string(),
  /** Catalog ids; null when Ion names the plan in a way we can't read. */
  plan: planRefShape.nullable(),
  productName: s.string(),
  skuName: s.string().nullable(),
  planName: s.string().nullable(),
  vendorName: s.string().nullable(),
  /** Commitment as an ISO 8601 duration; null is none, or not known. */
  term: s.string().nullable(),
  period: billingPeriodSchema,
  quantity: s.number(),
  minQuantity: s.number(),
  maxQuantity: s.number().nullable(),
  /** Billed by use: the price depends on it and is in no total. */
  usageBased: s.boolean(),
  /** Per unit and period; null when not known. */
  unitPrice: moneyShape.nullable(),
  lineTotal: moneyShape.nullable(),
  /** What the line costs once, on top: per unit, and for all of them; null when nothing. */
  onceUnitPrice: moneyShape.nullable(),
  onceTotal: moneyShape.nullable(),
  /** Cost per period, and what stays of the line's price. Absent for those who may not see it. */
  unitCost: moneyShape.nullable().optional(),
  lineCost: moneyShape.nullable().optional(),
  margin: marginSchema.nullable().optional(),
  addOn: chosenAddOnSchema.nullable(),
  availableAddOns: s.array(availableAddOnSchema),
  /** Somebody has to approve the order before it is carried out. */
  approvalRequired: s.boolean(),
  /** When a cancellation takes effect. */
  cancelTiming: planSchema.fields.cancelTiming,
  /** Trial and discount phases before the price proper. */
  introductions: planSchema.fields.introductions,
  /** Why it can't be ordered as it is, in the reader's language; null when it can. */
  blockedReason: s.string().nullable(),
  provisioning: provisioningStateSchema,
  /** SUCCESS or FAILED after checkout. */
  checkedOut: s.oneOf(["success", "failed"]).nullable(),
});
export type CartItem = s.Infer<typeof cartItemSchema>;

export const cartSchema = s.object({
  id: s.string(),
  customerId: s.string(),
  customerName: s.string(),
  /** As the person named it; null for one that nobody named. */
  displayName: s.string().nullable(),
  state: s.oneOf(CART_STATES),
  /** Who made it: somebody of the portal, else Ion's user. */
  createdBy: s.string().nullable(),
  createdAt: s.string().nullable(),
  touchedAt: s.string().nullable(),
  payment: s.object({ type: s.oneOf(["offline", "credit-card", "unknown"]), card: s.string().nullable() }),
  items: s.array(cartItemSchema),
  /** Per currency and billing period. */
  totals: s.array(cartTotalSchema),
  /** Lines whose price is not known and that are in no total. */
  unpricedItems: s.number(),
  /** Digest of items, quantities, prices and answers: what was reviewed is what may be ordered. */
  fingerprint: s.string(),
});
export type Cart = s.Infer<typeof cartSchema>;

export const cartRowSchema = s.object({
  id: s.string(),
  customerId: s.string(),
  customerName: s.string(),
  displayName: s.string().nullable(),
  state: s.oneOf(CART_STATES),
  createdBy: s.string().nullable(),
  touchedAt: s.string(),
  /** First items' names, for recognising the cart. */
  itemNames: s.array(s.string()),
  itemCount: s.number(),
  totals: s.array(moneyShape.extend({ period: billingPeriodSchema })),
  unpricedItems: s.number(),
  /** False when Ion did not answer for this one: the rest is what the portal itself knows. */
  isRead: s.boolean(),
});
export type CartRow = s.Infer<typeof cartRowSchema>;

export const cartPageSchema = s.object({
  rows: s.array(cartRowSchema),
  /** How many carts in progress match; exact. */
  total: s.number(),
  nextCursor: s.number().nullable(),
  asOf: s.string(),
});
export type CartPage = s.Infer<typeof cartPageSchema>;
