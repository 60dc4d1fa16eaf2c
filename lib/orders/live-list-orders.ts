import "server-only";
import type { Actor } from "@/lib/auth/actor";
import { requirePermission } from "@/lib/auth/require-permission";
import { customerNameOf } from "@/lib/customers/customer-name-of";
import type { IonClient } from "@/lib/ion/client";
import { connectIon } from "@/lib/ion/connect";
import type { IonOrder } from "@/lib/ion/schemas/orders";
import { toOrderRow } from "./map-order";
import type { OrderQuery } from "./order-query";
import type { OrderList } from "./order-schemas";
import { pollAfterMs } from "./poll-interval";
import { readOpenOrders } from "./read-open-orders";
import { readOrderByNumber, readOrderPage } from "./read-order-page";

/** The list "Needs attention" is five calls to Ion; it is not asked for more often than this. */
const ATTENTION_POLL_MS = 10_000;

/**
 * A page of the orders this person may see. Ion gives no totals and no way back, so there are none here; the caller
 * keeps the tokens of the pages before. Throws AppError NOT_FOUND for a customer of somebody else.
 */
export async function listOrders(query: OrderQuery): Promise<OrderList> {
  const actor = await requirePermission("orders:read", query.customer);
  const nowMs = Date.now();
  const ion = await connectIon(actor.accountId);
  const [{ orders, nextPageToken, partial }, nameOf] = await Promise.all([
    read(ion, actor, query, nowMs),
    customerNameOf(),
  ]);
  const rows = orders.map((order) => toOrderRow(order, nameOf(order.customerId), nowMs));
  const shown = query.status === "attention" ? rows.filter((row) => row.status.attention) : rows;
  // What is not shown yet may come to need attention, so all of it counts here.
  const poll = pollAfterMs(rows, nowMs);
  return {
    rows: shown,
    nextPageToken,
    partial,
    asOf: new Date(nowMs).toISOString(),
    pollAfterMs: poll !== null && query.status === "attention" ? Math.max(ATTENTION_POLL_MS, poll) : poll,
  };
}

type Read = { orders: IonOrder[]; nextPageToken: string | null; partial: boolean };

async function read(ion: IonClient, actor: Actor, query: OrderQuery, nowMs: number): Promise<Read> {
  const { status, ...rest } = query;
  if (query.order) {
    return { ...(await readOrderByNumber(ion, actor, query.order, query.customer)), partial: false };
  }
  if (status === "attention") {
    return { ...(await readOpenOrders(ion, actor, nowMs, query.customer)), nextPageToken: null };
  }
  return { ...(await readOrderPage(ion, actor, { ...rest, status })), partial: false };
}
