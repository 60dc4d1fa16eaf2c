import "server-only";
import { cache } from "react";
import type { Actor } from "@/lib/auth/actor";
import { mayActor, requirePermission } from "@/lib/auth/require-permission";
import { customerNameOf } from "@/lib/customers/customer-name-of";
import type { IonSubscription } from "@/lib/ion/schemas/subscriptions";
import type { Known } from "@/lib/mirror/known";
import { readKept } from "@/lib/mirror/read-kept";
import { toSubscription } from "./map-subscription";
import { readIonSubscription } from "./read-ion-subscription";
import { subscriptionMirror } from "./subscription-mirror";
import type { Subscription } from "./subscription-schemas";

/**
 * One subscription with its activity, by Ion's internal id. Read once per request, for the page and the frame around it.
 * Throws AppError NOT_FOUND for one that is not this customer's and for a customer of somebody else.
 */
export const getSubscription = cache(
  async (customerId: string, subscriptionId: string): Promise<Subscription> => {
    const actor = await requirePermission("subscriptions:read", customerId);
    const subscription = await readIonSubscription(actor.accountId, customerId, subscriptionId);
    return describe(actor, customerId, subscription);
  },
);

/**
 * One subscription at once: as the mirror has it, without its activity and what else Ion tells of a single one only; from
 * Ion when the mirror does not have it. Throws AppError NOT_FOUND like `getSubscription`, IonError only in the second case.
 */
export const getKnownSubscription = cache(
  async (customerId: string, subscriptionId: string): Promise<Known<Subscription>> => {
    const actor = await requirePermission("subscriptions:read", customerId);
    const kept = await readKept(subscriptionMirror, actor.accountId, subscriptionId);
    if (kept?.value.customerId === customerId) {
      const { asOf, value } = kept;
      return { ...kept, value: { ...(await describe(actor, customerId, value)), asOf } };
    }
    const value = await getSubscription(customerId, subscriptionId);
    return { value, asOf: value.asOf, live: true };
  },
);

async function describe(
  actor: Actor,
  customerId: string,
  subscription: IonSubscription,
): Promise<Subscription> {
  const nameOf = await customerNameOf();
  return toSubscription(subscription, customerId, nameOf(customerId), {
    nowMs: Date.now(),
    mayCost: mayActor(actor, "prices:cost"),
  });
}
