import { getDb } from "@/lib/db/client";
import { mirrorOrders } from "@/lib/db/schema/mirror";
import { searchColumn } from "@/lib/mirror/column-values";
import { sortKey } from "@/lib/mirror/sort-key";
import type { Money } from "@/lib/money-value";
import { type StatusSource, toStoredStatus } from "../order-status";
import type { StoredOrderRow } from "../stored-order-row";

export type TestOrder = Partial<Omit<StoredOrderRow, "status">> & {
  id: string;
  customerId: string;
  /** What the status is read from, besides the time of the order. */
  source?: Partial<StatusSource>;
};

/** Puts orders into an account's mirror as a pass would have left them. Answers with what was kept of each. */
export async function mirrorTestOrders(
  accountId: string,
  orders: readonly TestOrder[],
): Promise<StoredOrderRow[]> {
  const rows = orders.map(({ source, ...given }): StoredOrderRow => {
    const { createdAt = null, updatedAt = null } = given;
    return {
      title: null,
      planName: null,
      moreItems: 0,
      seats: null,
      totals: [],
      kind: "new",
      holdReason: null,
      problem: null,
      ...given,
      createdAt,
      updatedAt,
      status: toStoredStatus({
        state: "done",
        status: "COMPLETED",
        items: [],
        createdAt,
        updatedAt,
        ...source,
      }),
    };
  });
  const db = await getDb();
  for (let at = 0; at < rows.length; at += 500) {
    await db.insert(mirrorOrders).values(rows.slice(at, at + 500).map((row) => columnsOf(accountId, row)));
  }
  return rows;
}

function columnsOf(accountId: string, row: StoredOrderRow) {
  const total: Money | undefined = row.totals.length === 1 ? row.totals[0] : undefined;
  return {
    accountId,
    id: row.id,
    hash: "test",
    readAt: new Date().toISOString(),
    raw: {},
    customerId: row.customerId,
    row,
    title: row.title,
    sortTitle: sortKey(row.title ?? ""),
    status: row.status.raw,
    state: row.status.state,
    phase: row.status.phase,
    startsAt: row.status.startsAt,
    attention: row.status.attention,
    kind: row.kind,
    seats: row.seats,
    total: total?.amount ?? null,
    currency: total?.currency ?? null,
    createdAt: row.createdAt,
    updatedAt: row.updatedAt,
    search: searchColumn([row.id, row.title, row.planName]),
  };
}
