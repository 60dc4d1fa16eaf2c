import "server-only";
import { and, eq, type SQL, sql } from "drizzle-orm";
import type { Actor } from "@/lib/auth/actor";
import { readByCustomer } from "@/lib/customers/read-by-customer";
import { getDb } from "@/lib/db/client";
import { mirrorCustomers, mirrorOrders } from "@/lib/db/schema/mirror";
import { all } from "@/lib/lists/conditions";
import { afterKey, keyOf, orderBy, type SortColumn } from "@/lib/lists/keyset";
import type { Keyed, ListReader } from "@/lib/lists/keyset-page";
import { listedOrders, type OrderListQuestion, orderOrder } from "./order-list-sql";
import type { OrderRow } from "./order-schemas";
import { type StoredOrderRow, toOrderRowAt } from "./stored-order-row";

/**
 * The list this question asks for, as it stands at `nowMs` (epoch milliseconds). For callers that have authorised the
 * person.
 */
export function orderListReader(actor: Actor, query: OrderListQuestion, nowMs: number): ListReader<OrderRow> {
  const listed = listedOrders(actor, query, nowMs);
  const order = orderOrder(query);
  const exact = query.text?.exact;
  const notExact = exact ? sql`${mirrorOrders.id} <> ${exact}` : undefined;
  return {
    scope: { accountId: actor.accountId, list: "orders", sort: query.sort },
    exact: exact
      ? async () => {
          const byId = [{ by: sql`${mirrorOrders.id}`, desc: false }];
          const [found] = await select("any", all(listed, sql`${mirrorOrders.id} = ${exact}`), byId, 1);
          return found?.row ?? null;
        }
      : undefined,
    read: async (after, limit) => {
      if (order === "by-customer") {
        const desc = query.sort.startsWith("-");
        return readByCustomer(mirrorOrders, { desc, after, limit }, (customer, where, columns, most) =>
          select(customer, all(listed, notExact, where), columns, most),
        );
      }
      return select("any", all(listed, notExact, after ? afterKey(order, after) : undefined), order, limit);
    },
  };

  async function select(
    customer: "any" | "known" | "unknown",
    where: SQL,
    columns: SortColumn[],
    limit: number,
  ): Promise<Keyed<OrderRow>[]> {
    const db = await getDb();
    const selected = db
      .select({ row: mirrorOrders.row, customerName: mirrorCustomers.organization, key: keyOf(columns) })
      .from(mirrorOrders)
      .$dynamic();
    const isTheirs = and(
      eq(mirrorCustomers.accountId, mirrorOrders.accountId),
      eq(mirrorCustomers.id, mirrorOrders.customerId),
    );
    const joined =
      customer === "known"
        ? selected.innerJoin(mirrorCustomers, isTheirs)
        : selected.leftJoin(mirrorCustomers, isTheirs);
    const rows = await joined.where(where).orderBy(orderBy(columns)).limit(limit);
    // The row is what `orderMirror` has put there: parsed when it was read from Ion, and not again for each look.
    return rows.map(({ row, customerName, key }) => ({
      row: toOrderRowAt(row as unknown as StoredOrderRow, customerName, nowMs),
      key,
    }));
  }
}
