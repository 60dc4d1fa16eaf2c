import { z } from "zod";
import { ionIdSchema } from "@/lib/ids";

const seenTotalSchema = z.object({
  amount: z.string().regex(/^-?\d{1,15}(\.\d{1,8})?$/),
  currency: z.string().regex(/^[A-Z]{3}$/),
});

/** What the button on the review page sends: which cart, and what the person saw there. */
export const placeOrderInput = z.object({
  customerId: ionIdSchema,
  cartId: ionIdSchema,
  /** The totals as shown: decimal text and currency. */
  seenTotals: z.array(seenTotalSchema).max(20),
  /** Digest of items, quantities and prices as shown (`Cart.fingerprint`). */
  seenFingerprint: z.string().min(1).max(200),
  /** Passwords that vendors ask for, by cart item and attribute: they go from the form to Ion and are kept nowhere. */
  secrets: z.record(ionIdSchema, z.record(z.string().max(100), z.string().max(1000))).optional(),
});
export type PlaceOrderInput = z.infer<typeof placeOrderInput>;

/** Which cart's intent. */
export const intentInput = z.object({ customerId: ionIdSchema, cartId: ionIdSchema });
export type IntentInput = z.infer<typeof intentInput>;

/** What the pages learn of a cart's order intent. */
export const orderIntentViewSchema = z.object({
  state: z.enum(["none", "pending", "sending", "placed", "unknown"]),
  orderId: z.string().nullable(),
  /** When it was sent, ISO time. */
  since: z.string().nullable(),
  /** How often Ion was asked whether it has the order. */
  lookups: z.number(),
  /** True when Ion, asked repeatedly and long enough after, still has the cart open and no order of it. */
  canRelease: z.boolean(),
});
export type OrderIntentView = z.infer<typeof orderIntentViewSchema>;
