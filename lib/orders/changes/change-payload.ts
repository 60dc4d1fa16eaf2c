import type { IonOrderItemInput } from "@/lib/ion/orders";

/** What a change needs of the subscription, read a moment before. */
export type ChangedSubscription = {
  productId: string;
  skuId: string;
  planId: string;
  /** The vendor's id, which orders call resourceId; never Ion's internal one (CONTRACT.md section 8, item 16). */
  resourceId: string;
  /** Licences now. */
  seats: number;
};

type ChangeItem = Extract<IonOrderItemInput, { action: "UPDATE" }>;

const UPDATE = { name: "operations", value: "updateSubscription" } as const;
const renewal = (autoRenew: boolean) => ({
  name: "renewalSetting",
  value: autoRenew ? "auto-on" : "auto-off",
});

/** Another number of seats from now on. CONTRACT.md section 4, row 3: `quantity` is the new total, not a difference. */
export function seatsPayload(subscription: ChangedSubscription, seats: number): ChangeItem {
  return { ...target(subscription), quantity: seats, attributes: [UPDATE] };
}

/** Another number of seats for the next term; the present one stays as it is. CONTRACT.md section 4, row 4. */
export function renewalSeatsPayload(
  subscription: ChangedSubscription,
  { seats, autoRenew }: { seats: number; autoRenew: boolean },
): ChangeItem {
  return { ...target(subscription), quantity: seats, attributes: [UPDATE, renewal(autoRenew)] };
}

/**
 * Renewal on or off. On the wire it differs from the row above by its quantity alone, so that is always the present
 * number of seats and nothing a caller could give. CONTRACT.md section 4, row 5.
 */
export function autoRenewPayload(subscription: ChangedSubscription, autoRenew: boolean): ChangeItem {
  return { ...target(subscription), quantity: subscription.seats, attributes: [UPDATE, renewal(autoRenew)] };
}

function target({ productId, skuId, planId, resourceId }: ChangedSubscription) {
  return { action: "UPDATE", productId, skuId, planId, resourceId } as const;
}
