import "server-only";
import type { Actor } from "@/lib/auth/actor";
import type { IntentRequest } from "@/lib/db/schema/order-intents";
import { AppError } from "@/lib/errors";
import { connectIon } from "@/lib/ion/connect";
import type { IonOrderItemInput } from "@/lib/ion/orders";
import { ChangedSinceSeen } from "../intents/changed-since-seen";
import type { PreparedSend } from "../intents/send-intent";
import type { OrderIntent } from "../intents/take-step";
import {
  autoRenewPayload,
  type ChangedSubscription,
  renewalSeatsPayload,
  seatsPayload,
} from "./change-payload";
import { readChangeable } from "./read-changeable";

/** A change, ready to be sent: the subscription is read a moment before, since `quantity` always counts. */
export async function prepareChangeRequest(actor: Actor, intent: OrderIntent): Promise<PreparedSend> {
  const { id: referenceId, customerId, subscriptionId, request } = intent;
  if (subscriptionId === null || request === null || request.kind === "order") {
    throw new AppError("SUBSCRIPTION_NOT_CHANGEABLE");
  }
  const subscription = await readChangeable(actor.accountId, customerId, subscriptionId);
  requireSeenSeats(request, subscription);
  const ion = await connectIon(actor.accountId);
  const item = { ...toItem(request, subscription), referenceId: `${referenceId}-1` };
  const displayName = subscription.name;
  return () => ion.orders.create(customerId, { referenceId, displayName, items: [item] });
}

function toItem(
  request: Exclude<IntentRequest, { kind: "order" }>,
  subscription: ChangedSubscription,
): IonOrderItemInput {
  switch (request.kind) {
    case "seats":
      return seatsPayload(subscription, request.seats);
    case "renewal-seats":
      return renewalSeatsPayload(subscription, request);
    case "auto-renew":
      return autoRenewPayload(subscription, request.autoRenew);
  }
}

/** Throws SUBSCRIPTION_CHANGED when the seats are not those that were seen; switching renewal takes them as they are. */
export function requireSeenSeats(
  request: IntentRequest,
  { seats, name }: ChangedSubscription & { name: string },
): void {
  if (request.kind === "order" || request.kind === "auto-renew" || request.seenSeats === seats) return;
  const line = (quantity: number) => ({ totals: [], lines: [{ name, quantity, total: null }] });
  throw new ChangedSinceSeen("SUBSCRIPTION_CHANGED", { before: line(request.seenSeats), after: line(seats) });
}
