import "server-only";
import { and, eq, type SQL, sql } from "drizzle-orm";
import type { Actor } from "@/lib/auth/actor";
import { readByCustomer } from "@/lib/customers/read-by-customer";
import { getDb } from "@/lib/db/client";
import { mirrorCustomers, mirrorSubscriptions } from "@/lib/db/schema/mirror";
import { all } from "@/lib/lists/conditions";
import { afterKey, keyOf, orderBy, type SortColumn } from "@/lib/lists/keyset";
import type { Keyed, ListReader } from "@/lib/lists/keyset-page";
import {
  listedSubscriptions,
  type SubscriptionListQuestion,
  subscriptionOrder,
} from "./subscription-list-sql";
import type { SubscriptionRow } from "./subscription-schemas";

/** The list this question asks for. For callers that have authorised the person. */
export function subscriptionListReader(
  actor: Actor,
  query: SubscriptionListQuestion,
): ListReader<SubscriptionRow> {
  const listed = listedSubscriptions(actor, query);
  const order = subscriptionOrder(query);
  const exact = query.text?.exact;
  const notExact = exact ? sql`${mirrorSubscriptions.id} <> ${exact}` : undefined;
  return {
    scope: { accountId: actor.accountId, list: "subscriptions", sort: query.sort },
    exact: exact
      ? async () => {
          const byId = [{ by: sql`${mirrorSubscriptions.id}`, desc: false }];
          const isIt = sql`${mirrorSubscriptions.id} = ${exact}`;
          const [found] = await select("any", all(listed, isIt), byId, 1);
          return found?.row ?? null;
        }
      : undefined,
    read: async (after, limit) => {
      if (order === "by-customer") {
        const desc = query.sort.startsWith("-");
        return readByCustomer(mirrorSubscriptions, { desc, after, limit }, (customer, where, columns, most) =>
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
  ): Promise<Keyed<SubscriptionRow>[]> {
    const db = await getDb();
    const selected = db
      .select({
        row: mirrorSubscriptions.row,
        customerName: mirrorCustomers.organization,
        key: keyOf(columns),
      })
      .from(mirrorSubscriptions)
      .$dynamic();
    const isTheirs = and(
      eq(mirrorCustomers.accountId, mirrorSubscriptions.accountId),
      eq(mirrorCustomers.id, mirrorSubscriptions.customerId),
    );
    const joined =
      customer === "known"
        ? selected.innerJoin(mirrorCustomers, isTheirs)
        : selected.leftJoin(mirrorCustomers, isTheirs);
    const rows = await joined.where(where).orderBy(orderBy(columns)).limit(limit);
    // The row is what `subscriptionMirror` has put there: parsed when it was read from Ion, not again for each look.
    return rows.map(({ row, customerName, key }) => ({
      row: { ...(row as Omit<SubscriptionRow, "customerName">), customerName },
      key,
    }));
  }
}
