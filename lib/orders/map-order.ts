import type { IonOrder } from "@/lib/ion/schemas/orders";
import { type Money, roundMoney, sumByCurrency } from "@/lib/money";
import { namesOf, type OrderSight, toOrderItem } from "./map-order-item";
import { toOrderProblems } from "./order-errors";
import type { Order, OrderRow } from "./order-schemas";
import { holdReasonOf, isCancellable, readOrderStatus } from "./order-status";
import { orderTimeline } from "./order-timeline";

/** An order as a line of a list, as it stands at `nowMs` (epoch milliseconds). */
export function toOrderRow(order: IonOrder, customerName: string | null, nowMs: number): OrderRow {
  const [first, ...others] = order.items;
  const names = first && namesOf(first);
  const status = readOrderStatus(order, nowMs);
  const failures = [...order.errors, ...order.items.flatMap((item) => item.errors)];
  return {
    id: order.id,
    customerId: order.customerId,
    customerName,
    title: names?.skuName ?? names?.productName ?? order.displayName,
    planName: names?.planName ?? null,
    moreItems: others.length,
    seats: seatsOf(order),
    totals: totalsOf(order),
    kind: order.items.some((item) => item.action === "UPDATE") ? "change" : "new",
    status,
    holdReason: status.phase === "onHold" ? holdReasonOf(order) : null,
    problem: toOrderProblems(failures)[0] ?? null,
    createdAt: order.createdAt,
    updatedAt: order.updatedAt,
  };
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

/** Ion gives no total over several currencies, and a part of the items is no total either. */
function totalsOf({ total, items }: IonOrder): Money[] {
  if (total) return [total];
  const subTotals = items.flatMap((item) => (item.subTotal ? [item.subTotal] : []));
  return subTotals.length === items.length ? sumByCurrency(subTotals).map(roundMoney) : [];
}

/** Seats of all items; null when Ion leaves out one of them, since a part is not the sum. */
function seatsOf({ items }: IonOrder): number | null {
  let seats = 0;
  for (const { quantity } of items) {
    if (quantity === null) return null;
    seats += quantity;
  }
  return items.length === 0 ? null : seats;
}
