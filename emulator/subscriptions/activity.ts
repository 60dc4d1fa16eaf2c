import { requireAccount } from "../accounts";
import type { StoredSubscription } from "../state/subscriptions";

/** Writes one line in a subscription's history. */
export function logActivity(
  stored: StoredSubscription,
  activity: { id: string; type: string; at: string; details: string; failed?: boolean },
): void {
  const { subscription: s } = stored;
  const { user, accountId } = requireAccount(stored.accountId);
  stored.detail.activityLogs.items.unshift({
    id: activity.id,
    actionType: activity.type,
    actionDate: activity.at,
    actionStatus: activity.failed ? "FAILED" : "COMPLETED",
    productId: s.ccpProductId,
    skuId: s.ccpSkuId,
    offerId: s.subscriptionOfferId,
    quantity: s.subscriptionTotalLicenses,
    subscriptionStatus: s.subscriptionStatus.toUpperCase(),
    partnerId: accountId,
    billingCycle: s.subscriptionBillingCycle,
    billingTerm: s.subscriptionBillingTerm,
    autoRenewStatus: s.subscriptionRenewStatus,
    actionDetails: activity.details,
    completionDate: activity.at,
    ccpUserId: user.id,
    ccpUserName: user.name,
    ccpUserEmail: user.email,
  });
}
