import { type Offer, partNumber, termMonths, termOf } from "../catalog";
import { addMonths, toIso } from "../clock";
import type { Emulator } from "../emulator";
import { float32, lineTotal } from "../money";
import { attribute } from "../orders/order-request";
import { priceFor } from "../orders/prices";
import { uuidOf } from "../random";
import type { Customer } from "../state/customers";
import type { OrderItem } from "../state/orders";
import type { StoredSubscription } from "../state/subscriptions";
import { cancellationLimit } from "./build-subscription";

/** Why the vendor refuses a change; it becomes the order's error. */
export type Refusal = { code: string; detail: string };

/**
 * Applies a completed UPDATE item to its subscription: rows 3 to 9 of CONTRACT.md section 4.
 * @returns what was done, in words, or why the vendor refused it; a refusal changes nothing.
 */
export function applyUpdate(
  emulator: Emulator,
  stored: StoredSubscription,
  item: OrderItem,
  offer: Offer,
  customer: Customer,
  nowMs: number,
): { done: string } | { refused: Refusal } {
  const s = stored.subscription;
  const status = s.subscriptionStatus.toUpperCase();
  if (["CANCELLED", "CANCELED", "DELETED", "EXPIRED"].includes(status)) {
    return refuse("MS-800002", `The subscription is ${status} and cannot be changed.`);
  }
  const change = { emulator, stored, item, offer, customer, nowMs };
  const result =
    attribute(item.attributes, "operations") === "changeSubscription"
      ? changePlan(change)
      : attribute(item.attributes, "statusUpdate") !== undefined
        ? changeStatus(change)
        : attribute(item.attributes, "renewalSetting") !== undefined
          ? changeRenewal(change)
          : changeLicences(change);
  if ("done" in result) s.lastUpdatedDate = toIso(nowMs);
  return result;
}

type Change = {
  emulator: Emulator;
  stored: StoredSubscription;
  item: OrderItem;
  offer: Offer;
  customer: Customer;
  nowMs: number;
};
type Result = { done: string } | { refused: Refusal };

const refuse = (code: string, detail: string): Result => ({ refused: { code, detail } });

function windowClosed({ stored, nowMs }: Change): boolean {
  const limit = Date.parse(stored.subscription.cancellationAllowedUntilDate ?? "");
  return !Number.isNaN(limit) && limit < nowMs;
}

function setLicences(stored: StoredSubscription, quantity: number): void {
  const s = stored.subscription;
  s.subscriptionTotalLicenses = String(quantity);
  s.total = lineTotal(s.price, quantity);
}

function changeLicences(change: Change): Result {
  const { stored, item } = change;
  const before = Number(stored.subscription.subscriptionTotalLicenses);
  if (item.quantity < before && windowClosed(change)) {
    return refuse(
      "MS-800081",
      "Licences can be reduced only until cancellationAllowedUntilDate or at renewal.",
    );
  }
  setLicences(stored, item.quantity);
  return { done: `Licences changed from ${before} to ${item.quantity}` };
}

function changeStatus(change: Change): Result {
  const { emulator, stored, item } = change;
  const s = stored.subscription;
  const wanted = attribute(item.attributes, "statusUpdate");
  if (wanted === "deleted") {
    if (windowClosed(change)) {
      return refuse(
        "MS-800092",
        "The subscription can no longer be cancelled: cancellationAllowedUntilDate has passed.",
      );
    }
    s.subscriptionStatus = emulator.variants.get("deleted-subscription");
    s.autoRenew = false;
    s.subscriptionRenewStatus = "DISABLED";
    stored.nextAt = null;
    stored.scheduled = undefined;
    return { done: "Subscription cancelled" };
  }
  s.subscriptionStatus = wanted === "suspended" ? "suspended" : "active";
  return { done: wanted === "suspended" ? "Subscription suspended" : "Subscription reactivated" };
}

function changeRenewal({ emulator, stored, item }: Change): Result {
  const s = stored.subscription;
  s.autoRenew = attribute(item.attributes, "renewalSetting") === "auto-on";
  s.subscriptionRenewStatus = s.autoRenew ? "ENABLED" : "DISABLED";
  const differs = item.quantity !== Number(s.subscriptionTotalLicenses);
  if (differs && emulator.variants.is("renewal-quantity", "now")) setLicences(stored, item.quantity);
  else stored.scheduled = differs ? { quantity: item.quantity } : undefined;
  const scheduled =
    stored.scheduled?.quantity === undefined ? "" : `, ${stored.scheduled.quantity} licences from renewal`;
  return { done: `Auto-renew ${s.autoRenew ? "on" : "off"}${scheduled}` };
}

function changePlan({ emulator, stored, item, offer, customer, nowMs }: Change): Result {
  const s = stored.subscription;
  const { price, cost, msrp, currency } = priceFor(offer, customer);
  const monthly = (amount: number, billing: string) => amount / (billing.startsWith("annual") ? 12 : 1);
  const before = monthly(s.price, s.subscriptionBillingCycle);
  const after = monthly(price, offer.plan.billingPeriod.toLowerCase());
  const cheaper = currency === s.currency && offer.sku.id !== s.ccpSkuId && after < before;
  if (cheaper && emulator.variants.is("plan-downgrade", "refused")) {
    return refuse("MS-800110", "A subscription can only be changed to a higher plan.");
  }
  const [vendorProduct = offer.sku.productId, vendorSku = "0001"] = offer.sku.productId.split(":");
  const months = termMonths(termOf(offer.plan));
  const endMs = months === 0 ? undefined : addMonths(nowMs, months);
  Object.assign(s, {
    subscriptionId: uuidOf(`changed:${item.name}`),
    subscriptionName: offer.sku.displayName,
    ccpProductId: offer.product.id,
    ccpSkuId: offer.sku.id,
    ccpPlanId: offer.plan.id,
    subscriptionProductId: vendorProduct,
    subscriptionSkuId: vendorSku,
    subscriptionOfferId: offer.plan.productId,
    subscriptionBillingCycle: offer.plan.billingPeriod.toLowerCase(),
    subscriptionBillingTerm: termOf(offer.plan) ?? "",
    subscriptionStartDate: toIso(nowMs),
    subscriptionEndDate: endMs === undefined ? s.subscriptionEndDate : toIso(endMs),
    renewalDate: endMs === undefined ? s.renewalDate : toIso(endMs),
    cancellationAllowedUntilDate: cancellationLimit(offer, nowMs),
    customerCost: price,
    price,
    cost,
    msrp,
    margin: float32(price - cost),
    currency,
    billingCurrency: currency,
    mfgPartNumber: partNumber(offer.plan),
    ccpProductInfo: {
      productId: offer.product.id,
      productDisplayName: offer.product.marketing.displayName,
      skuId: offer.sku.id,
      skuDisplayName: offer.sku.displayName,
      planId: offer.plan.id,
      planDisplayName: offer.plan.displayName,
    },
  });
  setLicences(stored, item.quantity);
  stored.nextAt = endMs ?? null;
  stored.scheduled = undefined;
  return { done: `Plan changed to ${offer.plan.displayName}` };
}
