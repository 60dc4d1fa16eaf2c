import { z } from "zod";
import { ionIdSchema } from "@/lib/ids";

const seenTotalSchema = z.object({
  amount: z.string().regex(/^-?\d{1,15}(\.\d{1,8})?$/),
  currency: z.string().regex(/^[A-Z]{3}$/),
});

/** The totals as shown: decimal text and currency. */
export const seenTotalsSchema = z.array(seenTotalSchema).max(20);

/** What the button on the review page sends: which cart, and what the person saw there. */
export const placeOrderInput = z.object({
  customerId: ionIdSchema,
  cartId: ionIdSchema,
  seenTotals: seenTotalsSchema,
  /** Digest of items, quantities and prices as shown (`Cart.fingerprint`). */
  seenFingerprint: z.string().min(1).max(200),
  /** Passwords that vendors ask for, by cart item and attribute: sealed until the order is sent, then forgotten. */
  secrets: z.record(ionIdSchema, z.record(z.string().max(100), z.string().max(1000))).optional(),
});
export type PlaceOrderInput = z.infer<typeof placeOrderInput>;

/**
 * What confirming an order came to. `held` can be recalled until then; `in-progress` and `unconfirmed` are followed
 * through `getOrderIntent`. None of them may be confirmed again.
 */
export type PlaceOrderResult = { intentId: string } & (
  | { state: "placed"; orderId: string }
  | { state: "held"; heldUntil: string; secondsLeft: number }
  | { state: "in-progress" }
  | { state: "unconfirmed" }
);

/** Which intent: a cart's, or any by its own id, as the outbox knows it. */
export const intentInput = z.union([
  z.object({ customerId: ionIdSchema, cartId: ionIdSchema }),
  z.object({ customerId: ionIdSchema, intentId: z.uuid() }),
]);
export type IntentInput = z.infer<typeof intentInput>;
