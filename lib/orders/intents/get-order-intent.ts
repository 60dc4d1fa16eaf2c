import "server-only";
import { requirePermission } from "@/lib/auth/require-permission";
import { later } from "@/lib/later";
import type { OrderIntentView } from "./intent-shapes";
import { toIntentView } from "./intent-view";
import { takeLookup } from "./lookups";
import { findLastIntent, findLiveIntent } from "./open-intent";
import { lookUpIntent } from "./reconcile-intents";
import { sendIntent } from "./send-due";
import type { OrderIntent } from "./take-step";

/**
 * Where a cart's order stands. What is due while somebody watches happens right then instead of waiting for the jobs: a
 * look at Ion for an unconfirmed one, sending one whose time has come.
 */
export async function getOrderIntent({
  customerId,
  cartId,
}: {
  customerId: string;
  cartId: string;
}): Promise<OrderIntentView> {
  const { accountId } = await requirePermission("orders:place", customerId);
  const read = async () =>
    ofCustomer(
      (await findLiveIntent(accountId, cartId)) ?? (await findLastIntent(accountId, cartId)),
      customerId,
    );
  const intent = await read();
  if (intent?.state === "held" || intent?.state === "pending") {
    later("intent-try-failed", () => sendIntent(intent.id));
  }
  if (intent?.state !== "unknown") return toIntentView(intent);
  const taken = await takeLookup(intent.id);
  if (taken) await lookUpIntent(taken).catch(() => undefined);
  return toIntentView(await read());
}

function ofCustomer(intent: OrderIntent | undefined, customerId: string): OrderIntent | undefined {
  return intent?.customerId === customerId ? intent : undefined;
}
