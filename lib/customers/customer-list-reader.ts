import "server-only";
import { type SQL, sql } from "drizzle-orm";
import type { Actor } from "@/lib/auth/actor";
import { getDb } from "@/lib/db/client";
import { mirrorCustomers } from "@/lib/db/schema/mirror";
import { all } from "@/lib/lists/conditions";
import { afterKey, keyOf, orderBy } from "@/lib/lists/keyset";
import type { ListReader } from "@/lib/lists/keyset-page";
import type { CustomerListQuery } from "./customer-list-query";
import { customerOrder, listedCustomers } from "./customer-list-sql";
import { exactId } from "./found-by-text";
import { type CustomerRow, readCustomerStatus } from "./schemas";

/** The columns a row is made of. */
export const ROW_COLUMNS = {
  id: mirrorCustomers.id,
  organization: mirrorCustomers.organization,
  contactName: mirrorCustomers.contactName,
  email: mirrorCustomers.email,
  domain: mirrorCustomers.domain,
  country: mirrorCustomers.country,
  status: mirrorCustomers.status,
  createdAt: mirrorCustomers.createdAt,
};

/** A row of the mirror as the screens get it. */
export function toListedCustomer(
  row: {
    [Column in keyof typeof ROW_COLUMNS]: (typeof mirrorCustomers.$inferSelect)[Column];
  },
): CustomerRow {
  return {
    id: row.id,
    organization: row.organization,
    contactName: row.contactName,
    email: row.email,
    domain: row.domain,
    country: row.country,
    status: readCustomerStatus(row.status),
    createdAt: row.createdAt === null ? null : new Date(row.createdAt).toISOString(),
  };
}

/** The list this question asks for; `locale` is the language of country names. For callers that have authorised the person. */
export function customerListReader(
  actor: Actor,
  query: CustomerListQuery,
  locale: string,
): ListReader<CustomerRow> {
  const listed = listedCustomers(actor, query);
  const order = customerOrder(query, locale);
  const exact = exactId(query.q);
  return {
    scope: { accountId: actor.accountId, list: "customers", sort: `${query.sort} ${locale}` },
    exact: exact
      ? async () => {
          const [row] = await select(all(listed, sql`${mirrorCustomers.id} = ${exact}`), 1);
          return row ? toListedCustomer(row) : null;
        }
      : undefined,
    read: async (after, limit) => {
      const rest = all(
        listed,
        exact ? sql`${mirrorCustomers.id} <> ${exact}` : undefined,
        after ? afterKey(order, after) : undefined,
      );
      return (await select(rest, limit)).map((row) => ({ row: toListedCustomer(row), key: row.key }));
    },
  };

  async function select(where: SQL, limit: number) {
    const db = await getDb();
    return db
      .select({ ...ROW_COLUMNS, key: keyOf(order) })
      .from(mirrorCustomers)
      .where(where)
      .orderBy(orderBy(order))
      .limit(limit);
  }
}
