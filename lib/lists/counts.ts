import "server-only";
import { type SQL, sql } from "drizzle-orm";
import type { PgTable } from "drizzle-orm/pg-core";
import { getDb } from "@/lib/db/client";

/** How many rows there are, exactly. */
export async function countRows(table: PgTable, where: SQL): Promise<number> {
  const db = await getDb();
  const [row] = await db.select({ count: sql<number>`count(*)::integer` }).from(table).where(where);
  return row?.count ?? 0;
}

/** Counted groups, added up by what they have in common. */
export function sumBy<Group extends { count: number }, Key>(
  groups: readonly Group[],
  keyOf: (group: Group) => Key,
): Map<Key, number> {
  const sums = new Map<Key, number>();
  for (const group of groups) {
    const key = keyOf(group);
    sums.set(key, (sums.get(key) ?? 0) + group.count);
  }
  return sums;
}

/** All of them together. */
export function sumOf(groups: readonly { count: number }[]): number {
  return groups.reduce((total, { count }) => total + count, 0);
}
