import { z } from "zod";
import { billingPeriodSchema, planRefSchema, planSchema } from "@/lib/catalog/schemas";
import { catalogIdSchema, ionIdSchema } from "@/lib/ids";
import { moneySchema } from "@/lib/money";
import { LARGEST_QUANTITY } from "./quantity";

// What goes in. Messages are keys of `errors.fields`.

const quantitySchema = z
  .number("wholeNumber")
  .int("wholeNumber")
  .min(1, "positive")
  .max(LARGEST_QUANTITY, "tooMany");

export const cartInput = z.object({ customerId: ionIdSchema, cartId: ionIdSchema });
export type CartInput = z.infer<typeof cartInput>;

export const cartItemInput = cartInput.extend({ cartItemId: ionIdSchema });
export type CartItemInput = z.infer<typeof cartItemInput>;

export const addToCartInput = z.object({
  customerId: ionIdSchema,
  ...planRefSchema.shape,
  quantity: quantitySchema,
  /** The cart to use; without it the customer's open cart, or a new one. */
  cartId: ionIdSchema.optional(),
});
export type AddToCartInput = z.infer<typeof addToCartInput>;

export const setQuantityInput = cartItemInput.extend({ quantity: quantitySchema });
export type SetQuantityInput = z.infer<typeof setQuantityInput>;

export const addOnInput = cartItemInput.extend({ addOnId: catalogIdSchema, addOnPlanId: catalogIdSchema });
export type AddOnInput = z.infer<typeof addOnInput>;

export const restoreItemInput = cartItemInput.extend({
  ...planRefSchema.shape,
  quantity: quantitySchema,
  addOn: z.object({ addOnId: catalogIdSchema, planId: catalogIdSchema }).nullable(),
});
export type RestoreItemInput = z.infer<typeof restoreItemInput>;

export const LONGEST_CART_NAME = 80;
export const renameCartInput = cartInput.extend({
  displayName: z
    .string()
    .trim()
    .min(1, "required")
    .max(LONGEST_CART_NAME, "tooLong")
    .regex(/^\P{Cc}*$/u, "control"),
});
export type RenameCartInput = z.infer<typeof renameCartInput>;

const answerSchema = z.union([
  z.string().max(20_000),
  z.number(),
  z.boolean(),
  z.array(z.string().max(4_000)).max(200),
]);
/** Half-finished answers are welcome: a draft keeps what was typed, right or wrong. */
export const saveDraftInput = cartItemInput.extend({
  values: z
    .record(z.string().max(200), answerSchema)
    .refine((values) => Object.keys(values).length <= 200, "invalid"),
});
export type SaveDraftInput = z.infer<typeof saveDraftInput>;

export const CARTS_PAGE_SIZE = 25;
export const listCartsQuery = z.object({
  /** Searched in customer and cart names. */
  q: z.string().trim().max(200).catch(""),
  /** Only carts of this customer. */
  customerId: ionIdSchema.optional().catch(undefined),
  /** Position in the list of known carts, as the answer before gave it. */
  cursor: z.coerce.number().int().min(0).max(1_000_000).catch(0),
});
export type ListCartsQuery = z.infer<typeof listCartsQuery>;

// What comes out: everything the screens get of a cart, and nothing else.

export const CART_STATES = ["open", "saved", "quote", "checked-out", "unknown"] as const;
export type CartState = (typeof CART_STATES)[number];

const marginSchema = z.object({ amount: moneySchema, percent: z.string().nullable() });

/** One total: an amount of one currency, for one billing period. Cost and margin only for those who may see them. */
export const cartTotalSchema = moneySchema.extend({
  period: billingPeriodSchema,
  /** Absent for those who may not see it; null when the cost of a part is not known. */
  cost: moneySchema.nullable().optional(),
  margin: marginSchema.nullable().optional(),
});
export type CartTotal = z.infer<typeof cartTotalSchema>;

const availableAddOnSchema = z.object({
  addOnId: z.string(),
  planId: z.string(),
  name: z.string(),
  description: z.string().nullable(),
  period: billingPeriodSchema,
  unitPrice: moneySchema.nullable(),
  orderable: z.boolean(),
});
export type AvailableAddOn = z.infer<typeof availableAddOnSchema>;

const chosenAddOnSchema = z.object({
  /** Null when the catalog does not have it any more. */
  addOnId: z.string().nullable(),
  planId: z.string(),
  name: z.string(),
  quantity: z.number(),
  period: billingPeriodSchema,
  unitPrice: moneySchema.nullable(),
  lineTotal: moneySchema.nullable(),
  /** What it costs once, on top: per unit, and for all of them; null when nothing. */
  onceUnitPrice: moneySchema.nullable(),
  onceTotal: moneySchema.nullable(),
  /** Absent for those who may not see it. */
  unitCost: moneySchema.nullable().optional(),
  lineCost: moneySchema.nullable().optional(),
});

export const TENANT_STATES = ["existing", "new", "none", "unknown"] as const;

/** What the vendor wants to know before the order, and how far the answers are. */
export const provisioningStateSchema = z.object({
  /** `unknown`: the questions could not be read. `none`: nothing is asked. */
  state: z.enum(["complete", "missing", "none", "unknown"]),
  /** Titles of the questions that still need an answer or a better one. */
  missing: z.array(z.string()),
  questionCount: z.number(),
  answeredCount: z.number(),
  /** True when only Ion knows which answers it needs. */
  requiredUnknown: z.boolean(),
  /** Whether a person has to say, and has said, that the customer has no tenant yet. */
  confirmation: z.enum(["not-needed", "missing", "given"]),
  /** Why these questions: a key of `provisioning.decision`. */
  reason: z.string().nullable(),
  tenant: z.enum(TENANT_STATES),
  /** How that is known: a key of `carts.tenantReason`. */
  tenantReason: z.string().nullable(),
  tenantDomain: z.string().nullable(),
});
export type ProvisioningState = z.infer<typeof provisioningStateSchema>;

export const cartItemSchema = z.object({
  id: z.string(),
  /** Catalog ids; null when Ion names the plan in a way we can't read. */
  plan: planRefSchema.nullable(),
  productName: z.string(),
  skuName: z.string().nullable(),
  planName: z.string().nullable(),
  vendorName: z.string().nullable(),
  /** Commitment as an ISO 8601 duration; null is none, or not known. */
  term: z.string().nullable(),
  period: billingPeriodSchema,
  quantity: z.number(),
  minQuantity: z.number(),
  maxQuantity: z.number().nullable(),
  /** Billed by use: the price depends on it and is in no total. */
  usageBased: z.boolean(),
  /** Per unit and period; null when not known. */
  unitPrice: moneySchema.nullable(),
  lineTotal: moneySchema.nullable(),
  /** What the line costs once, on top: per unit, and for all of them; null when nothing. */
  onceUnitPrice: moneySchema.nullable(),
  onceTotal: moneySchema.nullable(),
  /** Cost per period, and what stays of the line's price. Absent for those who may not see it. */
  unitCost: moneySchema.nullable().optional(),
  lineCost: moneySchema.nullable().optional(),
  margin: marginSchema.nullable().optional(),
  addOn: chosenAddOnSchema.nullable(),
  availableAddOns: z.array(availableAddOnSchema),
  /** Somebody has to approve the order before it is carried out. */
  approvalRequired: z.boolean(),
  /** When a cancellation takes effect. */
  cancelTiming: planSchema.shape.cancelTiming,
  /** Trial and discount phases before the price proper. */
  introductions: planSchema.shape.introductions,
  /** Why it can't be ordered as it is, in the reader's language; null when it can. */
  blockedReason: z.string().nullable(),
  provisioning: provisioningStateSchema,
  /** SUCCESS or FAILED after checkout. */
  checkedOut: z.enum(["success", "failed"]).nullable(),
});
export type CartItem = z.infer<typeof cartItemSchema>;

export const cartSchema = z.object({
  id: z.string(),
  customerId: z.string(),
  customerName: z.string(),
  /** As the person named it; null for one that nobody named. */
  displayName: z.string().nullable(),
  state: z.enum(CART_STATES),
  /** Who made it: somebody of the portal, else Ion's user. */
  createdBy: z.string().nullable(),
  createdAt: z.string().nullable(),
  touchedAt: z.string().nullable(),
  payment: z.object({ type: z.enum(["offline", "credit-card", "unknown"]), card: z.string().nullable() }),
  items: z.array(cartItemSchema),
  /** Per currency and billing period. */
  totals: z.array(cartTotalSchema),
  /** Lines whose price is not known and that are in no total. */
  unpricedItems: z.number(),
  /** Digest of items, quantities, prices and answers: what was reviewed is what may be ordered. */
  fingerprint: z.string(),
});
export type Cart = z.infer<typeof cartSchema>;

export const cartRowSchema = z.object({
  id: z.string(),
  customerId: z.string(),
  customerName: z.string(),
  displayName: z.string().nullable(),
  state: z.enum(CART_STATES),
  createdBy: z.string().nullable(),
  touchedAt: z.string(),
  /** First items' names, for recognising the cart. */
  itemNames: z.array(z.string()),
  itemCount: z.number(),
  totals: z.array(moneySchema.extend({ period: billingPeriodSchema })),
  unpricedItems: z.number(),
  /** False when Ion did not answer for this one: the rest is what the portal itself knows. */
  isRead: z.boolean(),
});
export type CartRow = z.infer<typeof cartRowSchema>;

export const cartPageSchema = z.object({
  rows: z.array(cartRowSchema),
  /** How many carts in progress match; exact. */
  total: z.number(),
  nextCursor: z.number().nullable(),
  asOf: z.string(),
});
export type CartPage = z.infer<typeof cartPageSchema>;
