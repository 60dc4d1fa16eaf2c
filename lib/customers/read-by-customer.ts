import { type SQL, sql } from "drizzle-orm";
import type { AnyPgColumn } from "drizzle-orm/pg-core";
import { mirrorCustomers as customers } from "@/lib/db/schema/mirror";
import { all } from "@/lib/lists/conditions";
import type { CursorKey } from "@/lib/lists/cursor";
import { afterKey, type SortColumn } from "@/lib/lists/keyset";
import type { Keyed } from "@/lib/lists/keyset-page";

/** Reads rows with their customer, `known` in the mirror or not there (yet); keys are made of `order`. */
type Select<Row> = (
  customer: "known" | "unknown",
  where: SQL,
  order: SortColumn[],
  limit: number,
) => Promise<Keyed<Row>[]>;

/**
 * Rows in the order of their customers' names. The rows of customers that are not mirrored come last, whichever way it
 * goes: an outer join could not be read off an index, so they are a reading of their own, and only the end of the list
 * pays for it. Their keys begin with null.
 */
export async function readByCustomer<Row>(
  table: { id: AnyPgColumn; customerId: AnyPgColumn },
  { desc, after, limit }: { desc: boolean; after: CursorKey | null; limit: number },
  select: Select<Row>,
): Promise<Keyed<Row>[]> {
  const order = [customers.sortName, customers.id, table.id].map((column) => ({ by: sql`${column}`, desc }));
  const amongUnknown = after !== null && after[0] === null;
  const known = amongUnknown
    ? []
    : await select("known", after ? afterRow(order, after) : all(), order, limit);
  if (known.length >= limit) return known;
  const unknownOrder = [table.customerId, table.id].map((column) => ({ by: sql`${column}`, desc }));
  const where = all(
    sql`${customers.id} is null`,
    amongUnknown ? afterKey(unknownOrder, after.slice(1)) : undefined,
  );
  const unknown = await select("unknown", where, unknownOrder, limit - known.length);
  return [...known, ...unknown.map(({ row, key }) => ({ row, key: [null, ...key] }))];
}

/** The first part is implied by the second, which spans two tables; but it is what an index of customers can begin at. */
function afterRow(order: SortColumn[], key: CursorKey): SQL {
  const [name, customerId] = order;
  if (!name || !customerId) return all();
  const bound = name.desc
    ? sql`(${name.by}, ${customerId.by}) <= (${key[0]}::text, ${key[1]}::text)`
    : sql`(${name.by}, ${customerId.by}) >= (${key[0]}::text, ${key[1]}::text)`;
  return all(bound, afterKey(order, key));
}
