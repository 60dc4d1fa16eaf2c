import type { IonSubscription } from "@/lib/ion/schemas/subscriptions";
import { toSubscriptionRow } from "./map-subscription";
import type { SubscriptionRow } from "./subscription-schemas";

/**
 * A subscription as a line of a list, without what depends on who looks: what the mirror keeps. One without a customer
 * might be anybody's and is shown to nobody.
 */
export type StoredSubscriptionRow = Omit<SubscriptionRow, "customerId" | "customerName"> & {
  customerId: string | null;
};

/** What to keep of a subscription for the lists. */
export function toStoredSubscriptionRow(subscription: IonSubscription): StoredSubscriptionRow {
  const { customerId, customerName, ...row } = toSubscriptionRow(subscription, "", null);
  return { ...row, customerId: subscription.customerId };
}
