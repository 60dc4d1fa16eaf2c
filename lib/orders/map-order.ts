import type { IonOrder } from "@/lib/ion/schemas/orders";
import { type OrderSight, toOrderItem } from "./map-order-item";
import { toOrderProblems } from "./order-errors";
import type { Order, OrderRow } from "./order-schemas";
import { isCancellable } from "./order-status";
import { orderTimeline } from "./order-timeline";
import { toOrderRowAt, toStoredOrderRow } from "./stored-order-row";

/** An order as a line of a list, as it stands at `nowMs` (epoch milliseconds). */
export function toOrderRow(order: IonOrder, customerName: string | null, nowMs: number): OrderRow {
  return toOrderRowAt(toStoredOrderRow(order), customerName, nowMs);
}

/** What only the portal or another read knows of an order. */
type Around = Pick<Order, "orderedBy" | "credentials" | "subscriptions"> & {
  customerName: string | null;
  nowMs: number;
  sight: OrderSight;
  mayCancel: boolean;
};

/** An order for its own page; `pollAfterMs` is the caller's to decide. */
export function toOrder(order: IonOrder, around: Around): Omit<Order, "pollAfterMs"> {
  const { customerName, nowMs, sight, mayCancel, ...rest } = around;
  const row = toOrderRow(order, customerName, nowMs);
  const items = order.items.map((item, index) => toOrderItem(item, index, sight));
  const ofItems = new Set(
    items.flatMap((item) => item.problems.map(({ code, detail }) => `${code} ${detail}`)),
  );
  return {
    ...row,
    displayName: order.displayName,
    referenceId: order.referenceId,
    cartId: order.cartId,
    ...rest,
    items,
    // What an item says already is not said again above all items.
    problems: toOrderProblems(order.errors).filter(({ code, detail }) => !ofItems.has(`${code} ${detail}`)),
    process: order.provisioningInfo && {
      name: order.provisioningInfo.processName,
      details: order.provisioningInfo.details,
    },
    timeline: orderTimeline(row),
    scheduledAt: order.scheduledAt,
    cancel: !isCancellable(order.status) ? "tooLate" : mayCancel ? "allowed" : "role",
    asOf: new Date(nowMs).toISOString(),
  };
}
