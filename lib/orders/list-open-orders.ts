import "server-only";
import { and, desc, eq, sql } from "drizzle-orm";
import type { Actor } from "@/lib/auth/actor";
import { getDb } from "@/lib/db/client";
import { mirrorCustomers, mirrorOrders } from "@/lib/db/schema/mirror";
import { orEarliest } from "@/lib/db/schema/order-expressions";
import { notBefore } from "@/lib/lists/conditions";
import { ordersOf } from "./order-list-sql";
import type { OrderRow } from "./order-schemas";
import { type StoredOrderRow, toOrderRowAt } from "./stored-order-row";

/** A failure older than this was dealt with, or never will be; the filter "Failed" still has it. */
const FAILED_WITHIN_DAYS = 14;
const MOST = 1_000;

export type OpenOrders = {
  rows: OrderRow[];
  /** True when there are more than were read. */
  partial: boolean;
};

/**
 * The orders of this person's customers in which something moves, and those that failed lately, as the mirror has them;
 * the most recently changed first. `nowMs` is epoch milliseconds. For callers that have authorised the person.
 */
export async function listOpenOrders(actor: Actor, nowMs: number): Promise<OpenOrders> {
  const failedSince = new Date(nowMs - FAILED_WITHIN_DAYS * 24 * 60 * 60_000).toISOString();
  const changed = orEarliest(mirrorOrders.updatedAt);
  const db = await getDb();
  const found = await db
    .select({ row: mirrorOrders.row, customerName: mirrorCustomers.organization })
    .from(mirrorOrders)
    .leftJoin(
      mirrorCustomers,
      and(
        eq(mirrorCustomers.accountId, mirrorOrders.accountId),
        eq(mirrorCustomers.id, mirrorOrders.customerId),
      ),
    )
    .where(
      and(
        ordersOf(actor),
        sql`(${mirrorOrders.state} in ('pending', 'running', 'unknown')
          or (${mirrorOrders.state} = 'failed' and ${notBefore(changed, failedSince)}))`,
      ),
    )
    .orderBy(desc(changed), desc(mirrorOrders.id))
    .limit(MOST + 1);
  return {
    // The row is what `orderMirror` has put there: parsed when it was read from Ion, and not again for each look.
    rows: found
      .slice(0, MOST)
      .map(({ row, customerName }) => toOrderRowAt(row as unknown as StoredOrderRow, customerName, nowMs)),
    partial: found.length > MOST,
  };
}
