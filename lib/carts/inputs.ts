import { z } from "zod";
import { planRefSchema } from "@/lib/catalog/inputs";
import { catalogIdSchema, ionIdSchema } from "@/lib/ids";
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
