import "server-only";
import { audited } from "@/lib/audit/audited";
import { requirePermission } from "@/lib/auth/require-permission";
import { AppError } from "@/lib/errors";
import { connectIon } from "@/lib/ion/connect";
import { IonError } from "@/lib/ion/errors";
import type { IonOrder } from "@/lib/ion/schemas/orders";
import { keepQuietly } from "@/lib/mirror/read-through";
import { orderMirror } from "./order-mirror";
import type { Order } from "./order-schemas";
import { isCancellable, readOrderStatus } from "./order-status";
import { describeOrder, readIonOrder } from "./read-order";

/**
 * Cancels an order that Ion has not passed on yet (NEW, ON_HOLD), and returns it as Ion shows it afterwards. What Ion
 * answers to the cancellation itself decides nothing; only the order read again does (CONTRACT.md section 4.2, D57).
 *
 * Throws AppError NOT_FOUND; NOT_CANCELLABLE with the phase the order is in; and IonError "outcome-unknown" when Ion did
 * not confirm and the order can't be read, or still stands as before: it may yet be cancelled. Never sent twice.
 */
export async function cancelOrder({
  customerId,
  orderId,
}: {
  customerId: string;
  orderId: string;
}): Promise<Order> {
  const actor = await requirePermission("orders:cancel", customerId);
  const entry = { action: "orders:cancel", resource: `customers/${customerId}/orders/${orderId}` };
  return audited(actor, entry, async () => {
    const ion = await connectIon(actor.accountId);
    const before = await readIonOrder(actor.accountId, customerId, orderId);
    if (!isCancellable(before.status)) throw notCancellable(before);
    const { order, refusal, readAt } = await ion.orders.cancel(customerId, orderId);
    await keepQuietly(orderMirror, actor.accountId, [order], readAt);
    if (order.state === "cancelled") return describeOrder(actor, order);
    // It moved on while the question travelled.
    if (!isCancellable(order.status)) throw notCancellable(order, refusal);
    if (refusal && refusal.kind !== "outcome-unknown") throw refusal;
    throw new IonError(
      "outcome-unknown",
      {
        operation: "orders.cancel",
        method: "POST",
        path: refusal?.info.path ?? "",
        sent: "maybe",
        requestId: refusal?.info.requestId,
      },
      refusal ?? undefined,
    );
  });
}

function notCancellable(order: IonOrder, cause?: unknown): AppError {
  return new AppError("NOT_CANCELLABLE", {
    params: { status: readOrderStatus(order, Date.now()).phase },
    cause,
  });
}
