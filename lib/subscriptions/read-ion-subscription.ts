import "server-only";
import { AppError } from "@/lib/errors";
import { connectIon } from "@/lib/ion/connect";
import { isIonError } from "@/lib/ion/errors";
import type { IonSubscription } from "@/lib/ion/schemas/subscriptions";
import { readThrough } from "@/lib/mirror/read-through";
import { recordSnapshots } from "./record-snapshots";
import { subscriptionMirror } from "./subscription-mirror";

/**
 * A subscription with its details as Ion has it now, of this customer; the mirror learns of it. For callers that have
 * authorised the person. Throws AppError NOT_FOUND and IonError.
 */
export async function readIonSubscription(
  accountId: string,
  customerId: string,
  subscriptionId: string,
): Promise<IonSubscription> {
  const ion = await connectIon(accountId);
  const key = {
    id: subscriptionId,
    isIt: (kept: IonSubscription) => kept.customerId === customerId,
    onKept: () => recordSnapshots(accountId, subscriptionId),
  };
  const subscription = await readThrough(subscriptionMirror, accountId, key, () =>
    ion.subscriptions.get(customerId, subscriptionId),
  ).catch((error) => {
    throw isIonError(error, "not-found") ? new AppError("NOT_FOUND", { cause: error }) : error;
  });
  // Ion takes any customer in the path as long as the id exists, so the answer decides whose it is.
  if (subscription.customerId !== null && subscription.customerId !== customerId) {
    throw new AppError("NOT_FOUND");
  }
  return subscription;
}
