import type { Account } from "../accounts";
import { detail, isTrial, isUsage, type Offer, partNumber, termMonths, termOf } from "../catalog";
import { addMonths, DAY_MS, toIso } from "../clock";
import { float32, lineTotal } from "../money";
import { priceFor } from "../orders/prices";
import type { Customer } from "../state/customers";
import type { StoredSubscription, Subscription, SubscriptionDetail } from "../state/subscriptions";
import { type VendorKey, vendorOfProvider } from "../vendors";

export type SubscriptionInput = {
  id: string;
  /** The vendor's id: `resourceId` in orders. */
  vendorId: string;
  account: Account;
  customer: Customer;
  offer: Offer;
  quantity: number;
  nowMs: number;
  status?: string;
  resellerPO?: string;
  customerPO?: string;
  /** `YYYY-MM-DD`: a first term that is cut to end here. */
  customTermEndDate?: string;
  attributes: { name: string; value: string }[];
};

const NO_END = "9999-12-31T00:00:00Z";

/** Days in which a purchase or renewal can be undone; vendors that are not here say nothing. */
const WINDOW_DAYS: Partial<Record<VendorKey, number>> = { microsoft: 7, adobe: 14 };
const PERPETUAL_WINDOW_DAYS = 30;

/** `cancellationAllowedUntilDate` of a term that starts now; undefined where the vendor gives none. */
export function cancellationLimit(offer: Offer, startMs: number): string | undefined {
  if (isUsage(offer.plan)) return undefined;
  const vendor = vendorOfProvider(offer.sku.productCloudProviderName).key;
  const perpetual = offer.plan.billingPeriod === "ONE_TIME";
  const days = vendor === "microsoft" && perpetual ? PERPETUAL_WINDOW_DAYS : WINDOW_DAYS[vendor];
  return days === undefined ? undefined : toIso(startMs + days * DAY_MS);
}

function endOfTerm(input: SubscriptionInput): number | undefined {
  const months = termMonths(termOf(input.offer.plan));
  if (months === 0) return undefined;
  const full = addMonths(input.nowMs, months);
  const custom = Date.parse(`${input.customTermEndDate ?? ""}T23:59:59Z`);
  return !Number.isNaN(custom) && custom > input.nowMs && custom < full ? custom : full;
}

/** What only some vendors' subscriptions have: Sophos contacts and products, IBM lines, the start of a promotion. */
function vendorDetail(input: SubscriptionInput, vendor: VendorKey): Partial<SubscriptionDetail> {
  const { customer, offer, quantity, nowMs } = input;
  const { address } = customer;
  if (vendor === "sophos") {
    const [firstName = customer.contactName, ...rest] = customer.contactName.split(" ");
    return {
      contacts: [
        {
          type: "PRIMARY",
          firstName: customer.firstName ?? firstName,
          lastName: customer.lastName ?? rest.join(" "),
          workPhone: customer.phone,
          companyName: customer.organization,
          addressLine1: address.street,
          city: address.city,
          postalCode: address.zip,
          state: address.state,
          country: address.country,
          communicationLanguage: customer.languageCode,
          email: customer.email,
        },
      ],
      products: [
        {
          code: offer.sku.id,
          name: offer.sku.displayName,
          quantity: String(quantity),
          defaultForUsageBillingType: false,
        },
      ],
    };
  }
  if (vendor === "ibm") {
    const line = {
      itemNumber: "1",
      partIdentifier: partNumber(offer.plan),
      displayName: offer.sku.displayName,
    };
    return {
      lineItems: [{ ...line, quantity: String(quantity), startDate: toIso(nowMs), lineItemAttributes: [] }],
    };
  }
  const [first] = offer.plan.phases;
  if (first?.type !== "DISCOUNT_PHASE") return {};
  const endDate = toIso(addMonths(nowMs, first.duration?.count ?? 1));
  const promotion = {
    name: "Introductory offer",
    adjustmentType: "PERCENT",
    adjustmentValue: -50,
    durationType: "FIXED",
  };
  return { priceAdjustments: [{ ...promotion, startDate: toIso(nowMs), endDate }] };
}

/** A new subscription with Ion's fields, dates, prices and cancellation limit (CONTRACT.md sections 2.6 and 4). */
export function buildSubscription(input: SubscriptionInput): StoredSubscription {
  const { account, customer, offer, nowMs, quantity } = input;
  const { product, sku, plan } = offer;
  const vendor = vendorOfProvider(sku.productCloudProviderName);
  const { price, cost, msrp, currency } = priceFor(offer, customer);
  const usage = isUsage(plan);
  const endMs = endOfTerm(input);
  const status = input.status ?? "active";
  const perpetual = plan.billingPeriod === "ONE_TIME";
  const renews = endMs !== undefined;
  const start = toIso(nowMs);
  const [vendorProduct = sku.productId, vendorSku = "0001"] = sku.productId.split(":");
  const subscription: Subscription = {
    id: input.id,
    customerId: customer.customerId,
    resellerId: account.accountId,
    isvId: account.isvId,
    cloudProviderId: String(vendor.providerId ?? 0),
    subscriptionId: input.vendorId,
    subscriptionName: sku.displayName,
    resourceType: vendor.resourceType,
    ccpProductId: product.id,
    ccpSkuId: sku.id,
    ccpPlanId: plan.id,
    subscriptionProductId: vendorProduct,
    subscriptionSkuId: vendorSku,
    subscriptionOfferId: plan.productId,
    subscriptionTotalLicenses: String(usage ? 1 : quantity),
    unitType: usage ? "Usage-based" : (detail(plan, "UnitOfMeasure") ?? "Licenses"),
    subscriptionStatus: status,
    subscriptionPurchasedDate: start,
    subscriptionStartDate: start,
    subscriptionEndDate: endMs === undefined ? NO_END : toIso(endMs),
    cancellationAllowedUntilDate: cancellationLimit(offer, nowMs),
    renewalDate: endMs === undefined ? undefined : toIso(endMs),
    lastUpdatedDate: start,
    subscriptionBillingType: usage ? "usage" : "license",
    subscriptionBillingCycle: usage ? "monthly" : plan.billingPeriod.toLowerCase(),
    subscriptionBillingTerm: termOf(plan) ?? (perpetual ? "" : "P1M"),
    subscriptionRenewStatus: renews || usage ? "ENABLED" : "DISABLED",
    autoRenew: renews || usage,
    isTrial: isTrial(plan),
    billingCurrency: currency,
    customerCost: price,
    price,
    cost,
    margin: float32(price - cost),
    msrp,
    total: lineTotal(price, quantity),
    currency,
    resellerPO: input.resellerPO,
    customerPO: input.customerPO,
    ccpProductInfo: {
      productId: product.id,
      productDisplayName: product.marketing.displayName,
      skuId: sku.id,
      skuDisplayName: sku.displayName,
      planId: plan.id,
      planDisplayName: plan.displayName,
    },
    customerName: customer.organization,
    partnerName: account.name,
    cloudProviderName: vendor.cloudProvider,
    mfgPartNumber: partNumber(plan),
  };
  return {
    subscription,
    detail: {
      activityLogs: { items: [] },
      attributes: [
        { name: "CloudProvider", value: vendor.cloudProvider },
        ...input.attributes,
        { name: "Region", value: customer.address.country },
      ],
      customFields: customer.customFields[0],
      ...vendorDetail(input, vendor.key),
    },
    accountId: account.accountId,
    nextAt: endMs !== undefined && status === "active" ? endMs : null,
  };
}
