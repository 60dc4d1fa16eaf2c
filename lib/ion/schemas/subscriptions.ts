import { z } from "zod";
import { toTotal, toUnitPrice } from "../money";
import { attributes, attributeValue, customFields } from "./attributes";
import { parseDuration } from "./duration";
import { totals } from "./paging";
import {
  anything,
  code,
  digits,
  enumeration,
  flag,
  id,
  instant,
  integer,
  listBody,
  listOf,
  maybe,
  optionalFlag,
  text,
  withRaw,
} from "./primitives";
import { rowPageSchema } from "./row-page";
import { subscriptionState } from "./subscription-state";

const activity = z
  .object({
    id,
    actionType: text,
    actionDate: instant,
    actionStatus: text,
    productId: code,
    skuId: code,
    offerId: code,
    quantity: integer,
    subscriptionStatus: enumeration,
    partnerId: id,
    billingCycle: text,
    billingTerm: text,
    autoRenewStatus: enumeration,
    actionDetails: anything,
    completionDate: instant,
    ccpUserId: id,
    ccpUserName: text,
    ccpUserEmail: code,
  })
  .transform(({ ccpUserId, ccpUserName, ccpUserEmail, ...read }) => ({
    ...read,
    user: { id: ccpUserId, name: ccpUserName, email: ccpUserEmail },
  }));

/** What was done to a subscription, by whom and when. */
export type IonActivityLog = z.output<typeof activity>;

const productInfo = z.object({
  productId: code,
  productDisplayName: text,
  skuId: code,
  skuDisplayName: text,
  planId: code,
  planDisplayName: text,
});

const adjustment = z.object({
  name: text,
  adjustmentType: text,
  adjustmentValue: digits,
  durationType: text,
  startDate: instant,
  endDate: instant,
});

const wire = withRaw(
  z.object({
    id,
    customerId: id,
    resellerId: id,
    isvId: id,
    cloudProviderId: id,
    subscriptionId: code,
    subscriptionName: text,
    resourceType: text,
    ccpProductId: code,
    ccpSkuId: code,
    ccpPlanId: code,
    subscriptionProductId: code,
    subscriptionSkuId: code,
    subscriptionOfferId: code,
    subscriptionTotalLicenses: integer,
    unitType: text,
    subscriptionStatus: enumeration,
    subscriptionPurchasedDate: instant,
    subscriptionStartDate: instant,
    subscriptionEndDate: instant,
    cancellationAllowedUntilDate: instant,
    renewalDate: instant,
    lastUpdatedDate: instant,
    subscriptionBillingType: text,
    subscriptionBillingCycle: text,
    subscriptionBillingTerm: text,
    subscriptionRenewStatus: enumeration,
    autoRenew: optionalFlag,
    isTrial: flag,
    billingCurrency: code,
    currency: code,
    customerCost: digits,
    price: digits,
    cost: digits,
    margin: digits,
    msrp: digits,
    total: digits,
    parentSubscriptionId: code,
    resellerPO: text,
    resellerPo: text,
    customerPO: text,
    customerPo: text,
    endCustomerPO: text,
    ccpProductInfo: maybe(productInfo),
    customerName: text,
    partnerName: text,
    cloudProviderName: text,
    mfgPartNumber: code,
    activityLogs: maybe(z.object({ ...totals, items: listOf(activity) })),
    attributes,
    entitlements: listOf(anything),
    billingData: listOf(anything),
    resources: listOf(anything),
    reservations: listOf(anything),
    lineItems: listOf(anything),
    contacts: listOf(anything),
    products: listOf(anything),
    relatedSubscription: anything,
    priceAdjustments: listOf(adjustment),
    customFields,
  }),
);

/** A subscription, from a list or with its details. */
export const subscriptionSchema = wire.transform((read, context) => {
  if (read.id === null) {
    context.issues.push({ code: "custom", message: "expected a subscription id", input: read, path: ["id"] });
    return z.NEVER;
  }
  const currency = (read.currency ?? read.billingCurrency)?.toUpperCase() ?? null;
  return {
    /** Ion's internal id, the one in paths (D33). */
    id: read.id,
    /** The vendor's id: what orders call `resourceId`. Never use it in a path. */
    vendorSubscriptionId: read.subscriptionId,
    customerId: read.customerId,
    customerName: read.customerName,
    resellerId: read.resellerId,
    partnerName: read.partnerName,
    cloudProviderId: read.cloudProviderId,
    cloudProviderName: read.cloudProviderName,
    displayName: read.subscriptionName,
    resourceType: read.resourceType,
    /** Catalog ids (Ion's `ccp*`), the ones to send in orders. */
    productId: read.ccpProductId,
    skuId: read.ccpSkuId,
    planId: read.ccpPlanId,
    /** Display names of the three. */
    productInfo: read.ccpProductInfo,
    /** Ids in the vendor's own catalog; never send these in orders. */
    vendorProductId: read.subscriptionProductId,
    vendorSkuId: read.subscriptionSkuId,
    vendorOfferId: read.subscriptionOfferId,
    mfgPartNumber: read.mfgPartNumber,
    licenses: read.subscriptionTotalLicenses,
    unitType: read.unitType,
    state: subscriptionState(read.subscriptionStatus),
    /** Upper case; Ion sends either case (D13). */
    status: read.subscriptionStatus,
    isTrial: read.isTrial,
    /** Null when Ion gives neither the flag nor a renew status. */
    autoRenew: read.autoRenew ?? renewsBy(read.subscriptionRenewStatus),
    renewStatus: read.subscriptionRenewStatus,
    purchasedAt: read.subscriptionPurchasedDate,
    startsAt: read.subscriptionStartDate,
    endsAt: read.subscriptionEndDate,
    renewsAt: read.renewalDate,
    /** Last moment of a cancellation; null is unknown and must not be computed (CONTRACT.md section 4.2). */
    cancellableUntil: read.cancellationAllowedUntilDate,
    lastUpdatedAt: read.lastUpdatedDate,
    /** `license`, `usage`, … */
    billingType: read.subscriptionBillingType?.toLowerCase() ?? null,
    billingCycle: read.subscriptionBillingCycle?.toLowerCase() ?? null,
    /** As sent: `P1M`, or words such as `Monthly` (D39). */
    billingTerm: read.subscriptionBillingTerm,
    billingTermDuration: parseDuration(read.subscriptionBillingTerm),
    currency,
    price: toUnitPrice(read.price, currency),
    cost: toUnitPrice(read.cost, currency),
    margin: toUnitPrice(read.margin, currency),
    msrp: toUnitPrice(read.msrp, currency),
    customerCost: toUnitPrice(read.customerCost, read.billingCurrency ?? currency),
    total: toTotal(read.total, currency),
    parentSubscriptionId: read.parentSubscriptionId,
    resellerPO: read.resellerPO ?? read.resellerPo,
    customerPO: read.customerPO ?? read.customerPo ?? read.endCustomerPO,
    attributes: read.attributes,
    /** The order that made it, when the attributes say so. */
    orderId: attributeValue(read.attributes, "OrderId"),
    orderItemId: attributeValue(read.attributes, "OrderItemId"),
    /** Null in lists; newest and oldest in the order Ion sent. */
    activityLogs: read.activityLogs?.items ?? null,
    priceAdjustments: read.priceAdjustments,
    customFields: read.customFields,
    /** Vendor-specific parts as plain JSON. */
    details: {
      entitlements: read.entitlements,
      billingData: read.billingData,
      resources: read.resources,
      reservations: read.reservations,
      lineItems: read.lineItems,
      contacts: read.contacts,
      products: read.products,
      relatedSubscription: read.relatedSubscription,
    },
    raw: read.raw,
  };
});

export type IonSubscription = z.output<typeof subscriptionSchema>;

export const subscriptionsPageSchema = listBody({ ...totals, items: listOf(subscriptionSchema) });

/** The same list, read row by row. */
export const subscriptionRowsSchema = rowPageSchema("items", subscriptionSchema);

function renewsBy(renewStatus: string | null): boolean | null {
  if (renewStatus === "ENABLED") return true;
  return renewStatus === "DISABLED" ? false : null;
}
