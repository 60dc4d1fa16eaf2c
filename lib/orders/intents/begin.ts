import "server-only";
import type { PreparedCheckout } from "@/lib/carts/prepare-checkout";
import type { PlaceOrderResult } from "../place-order-schemas";
import { secondsLeft } from "./intent-view";
import { sendIntent, sendLater } from "./send-due";
import type { OrderIntent } from "./take-step";

/** A little after the hold, by the database's clock. */
const MARGIN_MS = 50;

/**
 * Sets a new intent on its way: a held one is answered at once and sent when its time has come, any other is sent now.
 * Throws why it was not ordered: AppError, or IonError.
 */
export async function begin(
  intent: OrderIntent,
  { prepared }: { prepared?: PreparedCheckout } = {},
): Promise<PlaceOrderResult> {
  if (intent.state === "held") {
    sendLater(intent.id, secondsLeft(intent) * 1000 + MARGIN_MS);
    return resultOf(intent);
  }
  const tried = await sendIntent(intent.id, prepared ? { prepared } : {});
  if (tried?.intent.state === "rejected") throw tried.error;
  return resultOf(tried?.intent ?? intent);
}

/** What the person learns of an intent that is there. */
export function resultOf(intent: OrderIntent): PlaceOrderResult {
  const { id: intentId } = intent;
  if (intent.state === "placed" && intent.orderId !== null) {
    return { state: "placed", intentId, orderId: intent.orderId };
  }
  if (intent.state === "held" && intent.heldUntil !== null) {
    const heldUntil = intent.heldUntil.toISOString();
    return { state: "held", intentId, heldUntil, secondsLeft: secondsLeft(intent) };
  }
  return { state: intent.state === "unknown" ? "unconfirmed" : "in-progress", intentId };
}
