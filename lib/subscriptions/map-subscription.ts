import { isSecretName } from "@/lib/ion/redact";
import { attributeValue, type IonAttribute } from "@/lib/ion/schemas/attributes";
import type { IonDuration } from "@/lib/ion/schemas/duration";
import { isNoEnd } from "@/lib/ion/schemas/primitives";
import type { IonSubscription } from "@/lib/ion/schemas/subscriptions";
import { marginOf } from "@/lib/money";
import type { Money } from "@/lib/money-value";
import { toActivity, toResource } from "./map-subscription-parts";
import type { Subscription, SubscriptionRow } from "./subscription-schemas";

/** Attributes shown by their own name elsewhere on the page, or of use to nobody but Ion. */
const ELSEWHERE = new Set(
  [
    "CloudProvider",
    "CustomerDomain",
    "CustomerTenantId",
    "Region",
    "OrderId",
    "OrderItemId",
    "EventId",
    "ProcessId",
  ].map((name) => name.toLowerCase()),
);

/** A subscription as a line of a list. */
export function toSubscriptionRow(
  subscription: IonSubscription,
  customerId: string,
  customerName: string | null,
): SubscriptionRow {
  const { productInfo } = subscription;
  const endless = isNoEnd(subscription.endsAt);
  return {
    id: subscription.id,
    customerId,
    customerName: customerName ?? subscription.customerName,
    name:
      subscription.displayName ??
      productInfo?.skuDisplayName ??
      productInfo?.productDisplayName ??
      subscription.skuId ??
      subscription.id,
    planName: productInfo?.planDisplayName ?? subscription.planId,
    providerId: subscription.cloudProviderId,
    providerName: subscription.cloudProviderName,
    seats: subscription.licenses,
    state: subscription.state,
    status: subscription.status,
    isTrial: subscription.isTrial,
    billingType: subscription.billingType,
    unitPrice: subscription.price,
    term: toTerm(subscription.billingTermDuration),
    termText: subscription.billingTerm,
    billingCycle: subscription.billingCycle,
    autoRenew: subscription.autoRenew,
    startsAt: subscription.startsAt,
    endsAt: endless ? null : subscription.endsAt,
    endless,
    renewsAt: isNoEnd(subscription.renewsAt) ? null : subscription.renewsAt,
    updatedAt: subscription.lastUpdatedAt,
  };
}

/** A subscription for its own page, as it stands at `nowMs` (epoch milliseconds). `mayCost` is "prices:cost". */
export function toSubscription(
  subscription: IonSubscription,
  customerId: string,
  customerName: string | null,
  { nowMs, mayCost }: { nowMs: number; mayCost: boolean },
): Subscription {
  const said = (name: string) => attributeValue(subscription.attributes, name);
  return {
    ...toSubscriptionRow(subscription, customerId, customerName),
    vendorSubscriptionId: subscription.vendorSubscriptionId,
    productId: subscription.productId,
    productName: subscription.productInfo?.productDisplayName ?? null,
    unitType: subscription.unitType,
    resourceType: subscription.resourceType,
    partNumber: subscription.mfgPartNumber,
    total: subscription.total,
    ...(mayCost
      ? { cost: subscription.cost, margin: toMargin(subscription), listPrice: subscription.msrp }
      : {}),
    purchasedAt: subscription.purchasedAt,
    cancellation: toCancellation(subscription.cancellableUntil, nowMs),
    customerPO: subscription.customerPO,
    resellerPO: subscription.resellerPO,
    orderId: subscription.orderId && /^\d{1,19}$/.test(subscription.orderId) ? subscription.orderId : null,
    parentSubscriptionId: subscription.parentSubscriptionId,
    tenant: { domain: said("CustomerDomain"), id: said("CustomerTenantId"), region: said("Region") },
    attributes: otherAttributes(subscription.attributes),
    customFields: subscription.customFields.flatMap(({ key, value }) =>
      value === null || isSecretName(key) ? [] : [{ name: key, value }],
    ),
    adjustments: subscription.priceAdjustments.map((each) => ({
      name: each.name ?? each.adjustmentType,
      value: each.adjustmentValue,
      from: each.startDate,
      until: isNoEnd(each.endDate) ? null : each.endDate,
    })),
    resources: subscription.details.resources.flatMap(toResource),
    activity: (subscription.activityLogs ?? []).map(toActivity).sort(newestFirst),
    asOf: new Date(nowMs).toISOString(),
  };
}

/** One unit of a duration; Ion's terms have no more than one. Null for anything else. */
function toTerm(duration: IonDuration | null): SubscriptionRow["term"] {
  if (!duration) return null;
  const parts = [
    { count: duration.years, unit: "year" as const },
    { count: duration.months, unit: "month" as const },
    { count: duration.weeks, unit: "week" as const },
    { count: duration.days, unit: "day" as const },
  ].filter(({ count }) => count > 0);
  return parts.length === 1 ? (parts[0] ?? null) : null;
}

function toCancellation(until: string | null, nowMs: number): Subscription["cancellation"] {
  if (until === null) return { state: "unknown", until: null };
  return { state: Date.parse(until) > nowMs ? "open" : "past", until };
}

/** Ion's margin where it gives one, with the percent of the price; else what stays of the price after cost. */
function toMargin({ price, cost, margin }: IonSubscription): Subscription["margin"] {
  const worked = price && cost && sameCurrency(price, cost) ? marginOf(price, cost) : null;
  if (!margin) return worked;
  return { amount: margin, percent: worked?.percent ?? null };
}

function sameCurrency(one: Money, other: Money): boolean {
  return one.currency === other.currency;
}

function otherAttributes(attributes: readonly IonAttribute[]): Subscription["attributes"] {
  return attributes.flatMap(({ name, value }) =>
    value === null || isSecretName(name) || ELSEWHERE.has(name.toLowerCase()) ? [] : [{ name, value }],
  );
}

function newestFirst(one: { at: string | null }, other: { at: string | null }): number {
  return (Date.parse(other.at ?? "") || 0) - (Date.parse(one.at ?? "") || 0);
}
