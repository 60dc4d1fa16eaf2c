import type { IonOrder } from "@/lib/ion/schemas/orders";
import { roundMoney, sumByCurrency } from "@/lib/money";
import type { Money } from "@/lib/money-value";
import { namesOf } from "./map-order-item";
import { toOrderProblems } from "./order-errors";
import type { OrderRow } from "./order-schemas";
import { holdReasonOf, type StoredOrderStatus, statusAt, toStoredStatus } from "./order-status";

/** An order as a line of a list, without what depends on who looks and when: what the mirror keeps. */
export type StoredOrderRow = Omit<OrderRow, "customerName" | "status"> & { status: StoredOrderStatus };

/** What to keep of an order for the lists. */
export function toStoredOrderRow(order: IonOrder): StoredOrderRow {
  const [first, ...others] = order.items;
  const names = first && namesOf(first);
  const status = toStoredStatus(order);
  const failures = [...order.errors, ...order.items.flatMap((item) => item.errors)];
  return {
    id: order.id,
    customerId: order.customerId,
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

/** A kept line as it stands at `nowMs` (epoch milliseconds). */
export function toOrderRowAt(stored: StoredOrderRow, customerName: string | null, nowMs: number): OrderRow {
  return { ...stored, customerName, status: statusAt(stored.status, nowMs) };
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
