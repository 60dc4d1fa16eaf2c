import "server-only";
import { getTableColumns, sql } from "drizzle-orm";
import { z } from "zod";
import type { Db } from "@/lib/db/client";
import type { AnySource, KnownColumns } from "./mirror-source";
import { selectRows } from "./select-rows";
import { textArray } from "./text-array";

const row = z.object({ columns: z.record(z.string(), z.unknown()) });

/** The columns (without `raw`) of the given rows, by id; keys as in the Drizzle table, values as JSON has them. */
export async function readColumns(
  db: Db,
  { table }: AnySource,
  accountId: string,
  ids: readonly string[],
): Promise<Map<string, KnownColumns>> {
  const keys = Object.entries(getTableColumns(table)).map(([key, { name }]) => [name, key] as const);
  const rows = await selectRows(
    db,
    row,
    sql`select to_jsonb(kept) - 'raw' as columns from ${table} as kept
      where account_id = ${accountId} and id = any(${textArray(ids)})`,
  );
  return new Map(
    rows.map(({ columns }) => {
      const named = Object.fromEntries(keys.map(([name, key]) => [key, columns[name] ?? null]));
      const id = String(columns.id);
      return [id, { ...named, id }];
    }),
  );
}
