import "server-only";
import type { Actor } from "@/lib/auth/actor";
import { AppError } from "@/lib/errors";
import { connectIon } from "@/lib/ion/connect";
import { checkApprovalLimit } from "../check-approval-limit";
import { ChangedSinceSeen } from "../intents/changed-since-seen";
import type { PreparedSend } from "../intents/send-intent";
import type { OrderIntent } from "../intents/take-step";
import { sameTotals } from "../require-seen-state";
import { priceOrder } from "./price-order";

/** An order without a cart, ready to be sent: priced again, with our reference. Throws AppError and IonError. */
export async function prepareOrderRequest(actor: Actor, intent: OrderIntent): Promise<PreparedSend> {
  const { id: referenceId, customerId, request, lines, seenTotals } = intent;
  if (request?.kind !== "order") throw new AppError("CART_CHANGED");
  const now = await priceOrder(customerId, request.items);
  if (!sameTotals(now.totals, seenTotals)) {
    throw new ChangedSinceSeen("PRICE_CHANGED", { before: { totals: seenTotals, lines }, after: now });
  }
  await checkApprovalLimit(actor, now.totals);
  const ion = await connectIon(actor.accountId);
  const items = request.items.map((item, index) => ({
    ...item,
    action: "CREATE" as const,
    referenceId: `${referenceId}-${index + 1}`,
  }));
  return () => ion.orders.create(customerId, { referenceId, displayName: request.displayName, items });
}
