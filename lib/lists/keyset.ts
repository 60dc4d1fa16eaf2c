import { type SQL, sql } from "drizzle-orm";
import type { CursorKey } from "./cursor";

/** One column of an order. `by` never is null: wrap a column that may be in coalesce with a value at the end of the order. */
export type SortColumn = { by: SQL; desc: boolean; cast?: "text" | "timestamptz" | "numeric" | "integer" };

/** ORDER BY for these columns, the last of which makes the order total. */
export function orderBy(columns: readonly SortColumn[]): SQL {
  return sql.join(
    columns.map(({ by, desc }) => (desc ? sql`${by} desc` : sql`${by} asc`)),
    sql`, `,
  );
}

/**
 * The condition that a row comes after `key`. With one direction for all columns it is a row comparison, which an index
 * answers without reading what came before.
 */
export function afterKey(columns: readonly SortColumn[], key: CursorKey): SQL {
  const desc = columns[0]?.desc ?? false;
  const left = sql.join(
    columns.map(({ by }) => by),
    sql`, `,
  );
  const right = sql.join(
    columns.map(({ cast = "text" }, index) => sql`${key[index] ?? null}::${sql.raw(cast)}`),
    sql`, `,
  );
  return desc ? sql`(${left}) < (${right})` : sql`(${left}) > (${right})`;
}

/** The values of these columns in a row, as text: what `afterKey` takes back. */
export function keyOf(columns: readonly SortColumn[]): SQL<string[]> {
  return sql<string[]>`array[${sql.join(
    columns.map(({ by }) => sql`(${by})::text`),
    sql`, `,
  )}]`;
}
