import "server-only";
import { requirePermission } from "@/lib/auth/require-permission";
import { later } from "@/lib/later";
import { outsideRequests } from "@/lib/outside-requests";
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
  if (intent && isDue(intent)) {
    later("intent-try-failed", () => outsideRequests(() => sendIntent(intent.id)));
  }
  if (intent?.state !== "unknown") return toIntentView(intent);
  const taken = await takeLookup(intent.id);
  if (taken) await lookUpIntent(taken).catch(() => undefined);
  return toIntentView(await read());
}

/** Whether its time has come, by this process's clock; the claim asks the database's. */
function isDue({ state, heldUntil, nextTryAt }: OrderIntent): boolean {
  const at = state === "held" ? heldUntil : state === "pending" ? nextTryAt : null;
  return at !== null && at.getTime() <= Date.now();
}

function ofCustomer(intent: OrderIntent | undefined, customerId: string): OrderIntent | undefined {
  return intent?.customerId === customerId ? intent : undefined;
}
