import "server-only";
import { closeKnownCart } from "@/lib/carts/known-carts";
import { connectIon } from "@/lib/ion/connect";
import { log } from "@/lib/log";
import { keepQuietly } from "@/lib/mirror/read-through";
import { findOrderOfCart } from "./find-order-of-cart";
import { markPlaced, type OrderIntent, recoverAbandonedIntents, takeDueLookups } from "./intents";
import { orderMirror } from "./order-mirror";

const LOOKUPS_AT_ONCE = 20;

/**
 * Looks at Ion for the orders of unconfirmed intents and settles those it finds. Runs as a job and at start; never sends
 * anything. What it does not find stays unconfirmed and is looked up again, ever more rarely.
 */
export async function reconcileIntents(): Promise<void> {
  await recoverAbandonedIntents();
  for (const intent of await takeDueLookups(LOOKUPS_AT_ONCE)) {
    await lookUpIntent(intent).catch((error) =>
      log.warn(
        { err: error, intentId: intent.id, event: "intent-lookup-failed" },
        "could not look an order up",
      ),
    );
  }
}

/** One look for one intent. Returns the order id when it was found and the intent is settled. */
export async function lookUpIntent(intent: OrderIntent): Promise<string | undefined> {
  const ion = await connectIon(intent.accountId);
  const readAt = new Date();
  const order = await findOrderOfCart(ion, intent.customerId, intent.cartId);
  if (!order) return undefined;
  await keepQuietly(orderMirror, intent.accountId, [order], readAt);
  await markPlaced(intent.id, { orderId: order.id });
  await closeKnownCart(intent.accountId, intent.cartId);
  log.info(
    { event: "intent-confirmed", intentId: intent.id, orderId: order.id },
    "an unconfirmed order was found",
  );
  return order.id;
}
