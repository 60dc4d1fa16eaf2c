import "server-only";
import { audited } from "@/lib/audit/audited";
import { requirePermission } from "@/lib/auth/require-permission";
import { AppError } from "@/lib/errors";
import { connectIon } from "@/lib/ion/connect";
import { findLiveIntent, markRejected } from "./intents";
import { mayRelease } from "./may-release";
import type { IntentInput } from "./place-order-schemas";
import { lookUpIntent } from "./reconcile-intents";

/**
 * A person who saw the evidence frees the cart of an unconfirmed order. Looks at Ion one last time: a cart that is no
 * longer open, or an order of it, keeps the intent.
 *
 * Throws AppError ORDER_UNCONFIRMED while the evidence is not there, and IonError when Ion can't be asked.
 */
export async function releaseIntent({
  customerId,
  cartId,
}: IntentInput): Promise<{ orderId: string | null }> {
  const actor = await requirePermission("orders:place", customerId);
  const intent = await findLiveIntent(actor.accountId, cartId);
  if (intent?.customerId !== customerId || intent.state !== "unknown") throw new AppError("NOT_FOUND");
  return audited(
    actor,
    {
      action: "orders:release",
      resource: `customers/${customerId}/carts/${cartId}`,
      details: { intentId: intent.id },
    },
    async () => {
      if (!mayRelease(intent, Date.now())) throw new AppError("ORDER_UNCONFIRMED");
      const orderId = await lookUpIntent(intent);
      if (orderId) return { orderId };
      const cart = await (await connectIon(actor.accountId)).carts.get(customerId, cartId);
      if (cart.status === "CHECKED_OUT") throw new AppError("ORDER_UNCONFIRMED");
      await markRejected(intent.id, { reason: "released" });
      return { orderId: null };
    },
  );
}
