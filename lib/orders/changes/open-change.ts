import "server-only";
import { requirePermission } from "@/lib/auth/require-permission";
import type { IntentRequest } from "@/lib/db/schema/order-intents";
import { AppError } from "@/lib/errors";
import { checkApprovalLimit } from "../check-approval-limit";
import { begin } from "../intents/begin";
import { openIntent } from "../intents/open-intent";
import type { PlaceOrderResult } from "../place-order-schemas";
import { requireSeenSeats } from "./change-request";
import type { ChangeInput } from "./change-schemas";
import { readChangeable } from "./read-changeable";

/**
 * Changes a subscription through an intent, one change at a time. Throws AppError NOT_FOUND, CHANGE_IN_PROGRESS (here or
 * at Ion), SUBSCRIPTION_CHANGED (the number of seats is not what was seen), SUBSCRIPTION_NOT_CHANGEABLE,
 * APPROVAL_REQUIRED, and IonError. CONTRACT.md section 4, rows 3 to 5.
 */
export async function openChange(input: ChangeInput): Promise<PlaceOrderResult> {
  const actor = await requirePermission("orders:place", input.customerId);
  const { customerId, subscriptionId, seenTotals, change } = input;
  const request: IntentRequest = change;
  const subscription = await readChangeable(actor.accountId, customerId, subscriptionId);
  requireSeenSeats(request, subscription);
  await checkApprovalLimit(actor, seenTotals);
  const quantity = "seats" in change ? change.seats : subscription.seats;
  const { intent, opened } = await openIntent(actor, {
    kind: "change",
    customerId,
    subscriptionId,
    resourceId: subscription.resourceId,
    request,
    lines: [{ name: subscription.name, quantity, total: null }],
    seenTotals,
  });
  if (!opened) throw new AppError("CHANGE_IN_PROGRESS");
  return begin(intent);
}
