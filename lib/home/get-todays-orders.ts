import "server-only";
import { requirePermission } from "@/lib/auth/require-permission";
import { customerNameOf } from "@/lib/customers/customer-name-of";
import { readFreshness } from "@/lib/mirror/read-freshness";
import { keepOrdersFresh } from "@/lib/orders/keep-orders-fresh";
import { listOpenOrders } from "@/lib/orders/list-open-orders";
import type { OrderRow } from "@/lib/orders/order-schemas";
import { isSettled } from "@/lib/orders/order-status";
import { pollAfterMs } from "@/lib/orders/poll-interval";
import { readUnconfirmedOrders } from "./list-unconfirmed-orders";
import type { TodaysOrders } from "./today-schemas";

/** Rows of each kind on the home page; the list of orders has the rest. */
const SHOWN = 8;
/** The mirror is renewed every ten seconds while somebody looks. */
const FASTEST_POLL_MS = 5_000;
/** With nothing under way: a colleague may order, and Ion may hold. */
const IDLE_POLL_MS = 30_000;

/**
 * The orders that concern this person today: unconfirmed, in need of attention, and on their way. All from the portal's
 * own database; while something is under way, Ion is asked what changed after the answer.
 */
export async function getTodaysOrders(): Promise<TodaysOrders> {
  const actor = await requirePermission("orders:read");
  const nowMs = Date.now();
  keepOrdersFresh(actor);
  const [{ rows, partial }, unconfirmed, freshness] = await Promise.all([
    listOpenOrders(actor, nowMs),
    customerNameOf().then((nameOf) => readUnconfirmedOrders(actor, nameOf)),
    readFreshness(actor, "orders"),
  ]);
  const attention = rows.filter((row) => row.status.attention);
  const moving = rows.filter((row) => !row.status.attention && !isSettled(row.status.state));
  return {
    unconfirmed,
    attention: some(attention),
    moving: some(moving),
    partial,
    freshness,
    asOf: new Date(nowMs).toISOString(),
    pollAfterMs: Math.max(FASTEST_POLL_MS, pollAfterMs(rows, nowMs) ?? IDLE_POLL_MS),
  };
}

function some(rows: OrderRow[]): TodaysOrders["attention"] {
  return { rows: rows.slice(0, SHOWN), total: rows.length };
}
