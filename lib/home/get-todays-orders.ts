import "server-only";
import { requirePermission } from "@/lib/auth/require-permission";
import { customerNameOf } from "@/lib/customers/customer-name-of";
import { connectIon } from "@/lib/ion/connect";
import { toOrderRow } from "@/lib/orders/map-order";
import type { OrderRow } from "@/lib/orders/order-schemas";
import { isSettled } from "@/lib/orders/order-status";
import { pollAfterMs } from "@/lib/orders/poll-interval";
import { readOpenOrders } from "@/lib/orders/read-open-orders";
import { readUnconfirmedOrders } from "./list-unconfirmed-orders";
import type { TodaysOrders } from "./today-schemas";

/** Rows of each kind on the home page; the list of orders has the rest. */
const SHOWN = 8;
/** One look is five calls to Ion, so even in a hurry it is not taken more often. */
const FASTEST_POLL_MS = 10_000;
/** With nothing under way: a colleague may order, and Ion may hold. */
const IDLE_POLL_MS = 60_000;

/** The orders that concern this person today: unconfirmed, in need of attention, and on their way. */
export async function getTodaysOrders(): Promise<TodaysOrders> {
  const actor = await requirePermission("orders:read");
  const nowMs = Date.now();
  const [ion, nameOf] = await Promise.all([connectIon(actor.accountId), customerNameOf()]);
  const [{ orders, partial }, unconfirmed] = await Promise.all([
    readOpenOrders(ion, actor, nowMs),
    readUnconfirmedOrders(actor, nameOf),
  ]);
  const rows = orders.map((order) => toOrderRow(order, nameOf(order.customerId), nowMs));
  const attention = rows.filter((row) => row.status.attention);
  const moving = rows.filter((row) => !row.status.attention && !isSettled(row.status.state));
  return {
    unconfirmed,
    attention: some(attention),
    moving: some(moving),
    partial,
    asOf: new Date(nowMs).toISOString(),
    pollAfterMs: Math.max(FASTEST_POLL_MS, pollAfterMs(rows, nowMs) ?? IDLE_POLL_MS),
  };
}

function some(rows: OrderRow[]): TodaysOrders["attention"] {
  return { rows: rows.slice(0, SHOWN), total: rows.length };
}
