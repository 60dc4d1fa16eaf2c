import type { Subscription, SubscriptionDetail } from "../state/subscriptions";
import type { Variants } from "../variants";

const SUBSCRIPTION_VARIANTS = [
  "subscription-cancelled",
  "subscription-case",
  "auto-renew",
  "subscription-po",
  "billing-term",
] as const;

/** Whether stored subscription text may be sent as it is. */
export function isPlainSubscriptionSpelling(variants: Variants): boolean {
  const changed = variants.changed();
  return SUBSCRIPTION_VARIANTS.every((name) => changed[name] === undefined);
}

const TERM_WORDS: Record<string, string> = { P1M: "Monthly", P1Y: "Annually", P3Y: "Triennially" };

/** A subscription as this emulator's variants spell it (CONTRACT.md section 6, D11 to D39). */
export function presentSubscription(subscription: Subscription, variants: Variants): Record<string, unknown> {
  if (isPlainSubscriptionSpelling(variants)) return { ...subscription };
  const { resellerPO, customerPO, ...rest } = subscription;
  const { subscriptionStatus, subscriptionBillingTerm } = subscription;
  const status = /^cancell?ed$/i.test(subscriptionStatus)
    ? variants.get("subscription-cancelled")
    : subscriptionStatus;
  const po = variants.get("subscription-po");
  return {
    ...rest,
    [`reseller${po}`]: resellerPO,
    [`customer${po}`]: customerPO,
    subscriptionStatus: variants.is("subscription-case", "upper") ? status.toUpperCase() : status,
    autoRenew: variants.is("auto-renew", "string") ? String(subscription.autoRenew) : subscription.autoRenew,
    subscriptionBillingTerm: variants.is("billing-term", "words")
      ? (TERM_WORDS[subscriptionBillingTerm] ?? subscriptionBillingTerm)
      : subscriptionBillingTerm,
  };
}

/** The detail answer: history, attributes and custom fields on top. */
export function presentSubscriptionDetail(
  subscription: Subscription,
  detail: SubscriptionDetail,
  variants: Variants,
): unknown {
  const { items } = detail.activityLogs;
  return {
    ...presentSubscription(subscription, variants),
    ...detail,
    activityLogs: { totalCount: String(items.length), items },
  };
}
