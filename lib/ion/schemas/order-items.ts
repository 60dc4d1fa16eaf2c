import { z } from "zod";
import { readDecimal, toTotal, toUnitPrice } from "../money";
import { attributes } from "./attributes";
import { orderState } from "./order-state";
import {
  anything,
  code,
  digits,
  enumeration,
  id,
  idIn,
  instant,
  integer,
  lastSegment,
  listOf,
  maybe,
  text,
} from "./primitives";

const orderAddOn = z.object({
  id: code,
  addOnId: code,
  planId: code,
  displayName: text,
  action: enumeration,
  quantity: integer,
});

export const orderItem = z.object({
  name: text,
  referenceId: text,
  action: enumeration,
  resourceId: code,
  productId: code,
  skuId: code,
  planId: code,
  quantity: integer,
  providerName: enumeration,
  price: digits,
  cost: digits,
  msrp: digits,
  subTotal: digits,
  currencyCode: code,
  endCustomerPO: text,
  resellerPO: text,
  addOns: listOf(orderAddOn),
  attributes,
  catalogAttributes: attributes,
  cartItemId: id,
  status: enumeration,
  errors: listOf(z.object({ code, detail: text, sourceName: text, instancePath: text })),
  provisioningInfo: maybe(z.object({ processId: code, processName: text, details: text })),
  additionalInformation: anything,
  mfgPartNumber: code,
  purchaseIntention: text,
  pricingInfo: text,
  productName: text,
  skuName: text,
  planName: text,
  isEligibleForPromo: anything,
  createTime: instant,
  updateTime: instant,
});

/** One line of an order, with the currency of the order where the line gives none. */
export function toOrderItem(read: z.output<typeof orderItem>, orderCurrency: string | null) {
  const currency = read.currencyCode?.toUpperCase() ?? orderCurrency;
  return {
    id: idIn(read.name, "orderItems") ?? bareId(read.name),
    referenceId: read.referenceId,
    /** CREATE or UPDATE. */
    action: read.action,
    /** The vendor's subscription id this line made or changed. */
    resourceId: read.resourceId,
    productId: read.productId,
    skuId: read.skuId,
    planId: read.planId,
    productName: read.productName,
    skuName: read.skuName,
    planName: read.planName,
    quantity: read.quantity,
    /** AZURE, IBM, … Null when Ion says UNSPECIFIED. */
    providerName: read.providerName,
    state: orderState(read.status),
    status: read.status,
    currency,
    /** Of one unit: subTotal divided by quantity when there is a subTotal, else Ion's `price` (D29). */
    unitPrice: unitPriceOf(read, currency),
    /** False when neither price nor price times quantity is the subTotal (D29); null when it cannot be told. */
    pricesAgree: pricesAgree(read, currency),
    cost: toUnitPrice(read.cost, currency),
    msrp: toUnitPrice(read.msrp, currency),
    subTotal: toTotal(read.subTotal, currency),
    endCustomerPO: read.endCustomerPO,
    resellerPO: read.resellerPO,
    addOns: read.addOns.map((addOn) => ({ ...addOn, addOnId: addOn.addOnId ?? addOn.id })),
    /** Values of secret attributes are removed; see `hasCredentials`. */
    attributes: read.attributes,
    /** True when Ion holds a user name and password of a new tenant's administrator for this line. */
    hasCredentials: read.attributes.some(({ name }) => name.toLowerCase() === "password"),
    catalogAttributes: read.catalogAttributes,
    cartItemId: read.cartItemId,
    errors: read.errors,
    provisioningInfo: read.provisioningInfo,
    additionalInformation: read.additionalInformation,
    /** `productId:skuId:term:billing`, for example `CFQ7TTC0LH18:0001:P1Y:Y`. */
    mfgPartNumber: read.mfgPartNumber,
    purchaseIntention: read.purchaseIntention,
    pricingInfo: read.pricingInfo,
    createdAt: read.createTime,
    updatedAt: read.updateTime,
  };
}

export type IonOrderItem = ReturnType<typeof toOrderItem>;

interface PriceFields {
  price: string | null;
  subTotal: string | null;
  quantity: number | null;
}

function unitPriceOf({ price, subTotal, quantity }: PriceFields, currency: string | null) {
  const line = readDecimal(subTotal);
  if (line && quantity !== null && quantity > 0) return toUnitPrice(line.div(quantity).toFixed(), currency);
  return toUnitPrice(price, currency);
}

function pricesAgree({ price, subTotal, quantity }: PriceFields, currency: string | null): boolean | null {
  const unit = readDecimal(price);
  const line = toTotal(subTotal, currency);
  if (!unit || !line || quantity === null) return null;
  const sameAsLine = (digits: string) => toTotal(digits, currency)?.amount === line.amount;
  return sameAsLine(unit.times(quantity).toFixed()) || sameAsLine(unit.toFixed());
}

function bareId(name: string | null): string | null {
  const last = lastSegment(name);
  return last && /^\d+$/.test(last) ? last : null;
}
