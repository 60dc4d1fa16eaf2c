// Orders and the checkout answer, CONTRACT.md sections 2.4 and 2.5.
import { z } from "zod";
import { amount, attribute, currency, digits, time } from "./primitives";

const provisioningInfo = z.strictObject({
  processId: z.string(),
  processName: z.string(),
  details: z.string().optional(),
});
const orderError = z.strictObject({
  code: z.string(),
  detail: z.string(),
  sourceName: z.string(),
  instancePath: z.string(),
});

const orderItem = z.strictObject({
  name: z.string().regex(/^accounts\/\d+\/customers\/\d+\/orders\/\d+\/orderItems\/\d+$/),
  referenceId: z.string().optional(),
  action: z.enum(["CREATE", "UPDATE"]),
  purchaseIntention: z.literal("New Purchase").optional(),
  resourceId: z.string().optional(),
  productId: z.string(),
  skuId: z.string(),
  mfgPartNumber: z.string(),
  planId: z.string(),
  quantity: z.number().int().positive(),
  providerName: z.string().regex(/^[A-Z]+$/),
  price: amount.positive().optional(),
  cost: amount.positive().optional(),
  msrp: amount.positive().optional(),
  currencyCode: currency,
  subTotal: amount.positive().optional(),
  endCustomerPO: z.string().optional(),
  resellerPO: z.string().optional(),
  addOns: z
    .array(
      z.strictObject({
        id: z.string(),
        addOnId: z.string(),
        planId: z.string(),
        action: z.string(),
        quantity: z.number(),
      }),
    )
    .optional(),
  attributes: z.array(attribute),
  catalogAttributes: z.array(attribute).optional(),
  cartItemId: digits.optional(),
  status: z.string().regex(/^[A-Z_]+$/),
  errors: z.array(orderError).optional(),
  provisioningInfo: provisioningInfo.optional(),
  additionalInformation: z.string().optional(),
  createTime: time,
  updateTime: time,
  pricingInfo: z.literal("Pricebook price"),
  wqmTaskStatus: z.string(),
  productName: z.string(),
  skuName: z.string(),
  planName: z.string(),
  productOwnerCountryCode: z.string().length(2),
});

export const orderStatus = z.enum([
  "NEW",
  "CONFIRMED",
  "ON_HOLD",
  "COMPLETED",
  "ERROR",
  "CANCELED",
  "IN_PROGRESS",
]);

export const orderBody = z.strictObject({
  name: z.string().regex(/^accounts\/\d+\/customers\/\d+\/orders\/\d+$/),
  orderId: digits,
  referenceId: z.string().optional(),
  displayName: z.string().optional(),
  userId: digits,
  userName: z.string(),
  userEmail: z.string(),
  status: orderStatus,
  currencyCode: currency.optional(),
  total: amount.positive().optional(),
  portal: z.literal("v3"),
  cartId: digits.optional(),
  errors: z.array(orderError).optional(),
  orderItems: z.array(orderItem).min(1),
  provisioningInfo,
  createTime: time,
  updateTime: time,
  scheduledAt: time,
});

export const orderList = z.strictObject({
  orders: z.array(orderBody),
  nextPageToken: z.string().min(1).optional(),
  totalCount: z.number().int(),
});

const wholeNumber = z.number().int();
export const checkoutBody = z.strictObject({
  name: z.string(),
  referenceId: z.string().regex(/^customers\/\d+\/carts\/\d+$/),
  displayName: z.string().regex(/^Cart - \d{13}$/),
  userId: wholeNumber,
  userName: z.string(),
  userEmail: z.string(),
  status: orderStatus,
  currencyCode: currency.optional(),
  total: wholeNumber.optional(),
  cartId: wholeNumber,
  orderItems: z.array(
    z.strictObject({
      name: z.string(),
      referenceId: z.string(),
      action: z.literal("CREATE"),
      resourceId: z.string().optional(),
      productId: z.string(),
      skuId: z.string(),
      planId: z.string(),
      quantity: wholeNumber,
      providerName: z.string(),
      price: wholeNumber.optional(),
      cost: wholeNumber.optional(),
      currencyCode: currency,
      subTotal: wholeNumber.optional(),
      cartItemId: wholeNumber,
      status: z.string(),
      provisioningInfo: provisioningInfo.optional(),
      createTime: time,
      updateTime: time,
    }),
  ),
  provisioningInfo,
  createTime: time,
  updateTime: time,
});
