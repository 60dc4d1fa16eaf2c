import "server-only";
import { cache } from "react";
import { mayActor, requirePermission } from "@/lib/auth/require-permission";
import { customerNameOf } from "@/lib/customers/customer-name-of";
import { AppError } from "@/lib/errors";
import { connectIon } from "@/lib/ion/connect";
import { isIonError } from "@/lib/ion/errors";
import { toSubscription } from "./map-subscription";
import type { Subscription } from "./subscription-schemas";

/**
 * One subscription with its activity, by Ion's internal id. Read once per request, for the page and the frame around it.
 * Throws AppError NOT_FOUND for one that is not this customer's and for a customer of somebody else.
 */
export const getSubscription = cache(
  async (customerId: string, subscriptionId: string): Promise<Subscription> => {
    const actor = await requirePermission("subscriptions:read", customerId);
    const ion = await connectIon(actor.accountId);
    const [subscription, nameOf] = await Promise.all([
      ion.subscriptions.get(customerId, subscriptionId).catch((error) => {
        throw isIonError(error, "not-found") ? new AppError("NOT_FOUND", { cause: error }) : error;
      }),
      customerNameOf(),
    ]);
    // Ion takes any customer in the path as long as the id exists, so the answer decides whose it is.
    if (subscription.customerId !== null && subscription.customerId !== customerId) {
      throw new AppError("NOT_FOUND");
    }
    return toSubscription(subscription, customerId, nameOf(customerId), {
      nowMs: Date.now(),
      mayCost: mayActor(actor, "prices:cost"),
    });
  },
);
