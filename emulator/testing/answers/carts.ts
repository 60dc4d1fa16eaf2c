// Carts and cart items, CONTRACT.md section 2.4.
import { z } from "zod";
import { amount, currency } from "./primitives";

const payment = z.strictObject({ paymentType: z.string().optional(), creditCardName: z.string().optional() });

export const cartBody = z.strictObject({
  name: z.string().regex(/^customers\/\d+\/carts\/\d+$/),
  cartDisplayName: z.string(),
  userName: z.string(),
  payment: payment.optional(),
  status: z.enum(["OPEN", "SAVED_FOR_LATER", "CHECKED_OUT", "QUOTE"]),
  currencyCode: currency,
  totalItems: z.number().int().positive().optional(),
});
export const cartList = z.strictObject({ carts: z.array(cartBody.omit({ totalItems: true })) });

const money = z.strictObject({ currency, value: amount });
const cartItem = z.strictObject({
  name: z.string().regex(/^customers\/\d+\/carts\/\d+\/cartItems\/\d+$/),
  cartName: z.string(),
  userName: z.string(),
  title: z.string(),
  planName: z.string(),
  period: z.enum(["MINUTE", "HOUR", "DAY", "WEEK", "MONTH", "QUARTER", "YEAR", "ONE_TIME"]),
  status: z.enum(["DRAFT", "PENDING", "ACTIVE"]),
  payment: payment.optional(),
  quantity: z.number().int().positive(),
  recurringPrice: money,
  currencyCode: currency,
  termUid: z.string(),
  checkedOut: z.enum(["UNSPECIFIED", "SUCCESS", "FAILED"]),
  ownerId: z.string(),
  productType: z.enum(["PRODUCT", "ADDON"]),
});
const cartAddOn = z.strictObject({
  planId: z.string(),
  displayName: z.string(),
  parent: z.string().optional(),
  parentIdentifier: z.string().optional(),
  quantity: z.number().int(),
  quantitySpec: z.strictObject({ isRequired: z.boolean(), minQuantity: z.number(), maxQuantity: z.number() }),
  recurringPrice: money,
});

/** Create and update: with the upfront value and more. */
export const writtenCartItem = cartItem.extend({
  upfrontPrice: money,
  addOns: cartAddOn.extend({ upfrontPrice: money }).optional(),
  paymentSpec: z.strictObject({
    offlineAllowed: z.boolean(),
    creditCardsAllowed: z.boolean(),
    immutable: z.boolean(),
  }),
  taxesEnabled: z.boolean(),
  termsContent: z.string(),
  purchaseInfo: z.strictObject({
    hasDeploymentActions: z.boolean(),
    hasConsumptionBilling: z.boolean(),
    createdSubscriptionName: z.string().optional(),
  }),
});

/** List and get: the upfront price has a currency only. */
export const readCartItem = cartItem.extend({
  upfrontPrice: z.strictObject({ currency }),
  addOns: cartAddOn.extend({ upfrontPrice: z.strictObject({ currency }) }).optional(),
  paymentSpec: z.strictObject({ offlineAllowed: z.boolean(), immutable: z.boolean() }),
});
export const cartItemList = z.strictObject({ cartitems: z.array(readCartItem) });
