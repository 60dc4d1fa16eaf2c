import "server-only";
import type { Actor } from "@/lib/auth/actor";
import { requirePermission } from "@/lib/auth/require-permission";
import { findLiveIntent, type OrderIntent, takeLookup } from "./intents";
import { mayRelease } from "./may-release";
import type { IntentInput, OrderIntentView } from "./place-order-schemas";
import { lookUpIntent } from "./reconcile-intents";

/**
 * Where a cart's order stands. While it is unconfirmed and somebody watches, a look at Ion that is due happens right
 * here instead of waiting for the job.
 */
export async function getOrderIntent({ customerId, cartId }: IntentInput): Promise<OrderIntentView> {
  const actor = await requirePermission("orders:place", customerId);
  let intent = await ownIntent(actor, customerId, cartId);
  if (intent?.state === "unknown") {
    const taken = await takeLookup(intent.id);
    if (taken) await lookUpIntent(taken).catch(() => undefined);
    intent = await ownIntent(actor, customerId, cartId);
  }
  return toIntentView(intent);
}

async function ownIntent(actor: Actor, customerId: string, cartId: string): Promise<OrderIntent | undefined> {
  const intent = await findLiveIntent(actor.accountId, cartId);
  return intent?.customerId === customerId ? intent : undefined;
}

/** What the pages learn of it. */
export function toIntentView(intent: OrderIntent | undefined): OrderIntentView {
  if (!intent || intent.state === "rejected") {
    return { state: "none", orderId: null, since: null, lookups: 0, canRelease: false };
  }
  return {
    state: intent.state,
    orderId: intent.orderId,
    since: intent.sentAt?.toISOString() ?? null,
    lookups: intent.lookups,
    canRelease: mayRelease(intent, Date.now()),
  };
}
