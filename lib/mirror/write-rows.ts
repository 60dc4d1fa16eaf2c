import "server-only";
import { getTableColumns, type SQL, sql } from "drizzle-orm";
import type { PgTable } from "drizzle-orm/pg-core";
import { z } from "zod";
import type { Db } from "@/lib/db/client";
import { databaseJson } from "./database-json";
import type { AnySource } from "./mirror-source";
import { oncePerId, type PreparedRow } from "./prepare-rows";
import { selectRows } from "./select-rows";
import { textArray } from "./text-array";

/** Rows a statement writes. */
export const BATCH_ROWS = 100;
const KEY_COLUMNS = new Set(["account_id", "id"]);

const written = z.object({ id: z.string(), inserted: z.boolean() });

/**
 * Writes rows with their children, inside the caller's transaction. A row that stands there with the same hash, or that
 * was read from Ion later, stays as it is. Answers with the ids of what was written. `whole`: these are Ion's answers about
 * single items, whose detail fields are compared too.
 *
 * A statement gets its rows as one JSON parameter: thousands of single parameters take longer to read than the rows to
 * write, on either database.
 */
export async function writeRows(
  tx: Db,
  source: AnySource,
  accountId: string,
  rows: readonly PreparedRow[],
  { whole = false }: { whole?: boolean } = {},
): Promise<{ inserted: string[]; updated: string[] }> {
  const inserted: string[] = [];
  const updated: string[] = [];
  const all = oncePerId(rows);
  for (let start = 0; start < all.length; start += BATCH_ROWS) {
    const batch = all.slice(start, start + BATCH_ROWS);
    const done = await upsert(tx, source, accountId, batch, whole);
    const changed = new Set(done.map(({ id }) => id));
    const replaced = done.flatMap(({ id, inserted: isNew }) => (isNew ? [] : [id]));
    await replaceChildren(tx, source, accountId, {
      replaced,
      rows: batch.filter(({ id }) => changed.has(id)),
    });
    updated.push(...replaced);
    inserted.push(...done.flatMap(({ id, inserted: isNew }) => (isNew ? [id] : [])));
  }
  return { inserted, updated };
}

async function upsert(
  tx: Db,
  { table }: AnySource,
  accountId: string,
  rows: readonly PreparedRow[],
  whole: boolean,
) {
  const differs = whole
    ? sql`(kept.hash <> excluded.hash or kept.raw <> excluded.raw)`
    : sql`kept.hash <> excluded.hash`;
  const values = rows.map(({ columns, hash, readAt }) => ({
    ...columns,
    accountId,
    hash,
    readAt,
    missedPasses: 0,
  }));
  const names = columnNames(table);
  const assignments = names
    .filter((name) => !KEY_COLUMNS.has(name))
    .map((name) => sql.raw(`"${name}" = excluded."${name}"`));
  return selectRows(
    tx,
    written,
    sql`insert into ${table} as kept (${identifiers(names)}) ${fromJson(table, names, values)}
      on conflict (account_id, id) do update set ${sql.join(assignments, sql`, `)}
      where (${differs} or kept.missed_passes > 0) and kept.read_at <= excluded.read_at
      returning id, (xmax = 0) as inserted`,
  );
}

async function replaceChildren(
  tx: Db,
  source: AnySource,
  accountId: string,
  { replaced, rows }: { replaced: readonly string[]; rows: readonly PreparedRow[] },
): Promise<void> {
  for (const [index, { table, parentColumn }] of source.children.entries()) {
    if (replaced.length > 0) await deleteChildren(tx, { table, parentColumn }, accountId, replaced);
    const values = rows.flatMap(({ id, children = [] }) =>
      (children[index] ?? []).map((child) => ({ ...child, accountId, [parentColumn]: id })),
    );
    if (values.length === 0) continue;
    const names = columnNames(table);
    await tx.execute(sql`insert into ${table} (${identifiers(names)}) ${fromJson(table, names, values)}`);
  }
}

/** Deletes rows and all that belongs to them, inside the caller's transaction. Answers with the ids that were there. */
export async function deleteRows(
  tx: Db,
  source: AnySource,
  accountId: string,
  ids: readonly string[],
): Promise<string[]> {
  for (const child of source.children) await deleteChildren(tx, child, accountId, ids);
  const gone = await selectRows(
    tx,
    z.object({ id: z.string() }),
    sql`delete from ${source.table} where account_id = ${accountId} and id = any(${textArray(ids)}) returning id`,
  );
  return gone.map(({ id }) => id);
}

async function deleteChildren(
  tx: Db,
  { table, parentColumn }: AnySource["children"][number],
  accountId: string,
  ids: readonly string[],
): Promise<void> {
  const parent = getTableColumns(table)[parentColumn];
  if (!parent) throw new TypeError(`No column ${parentColumn}.`);
  await tx.execute(
    sql`delete from ${table} where account_id = ${accountId} and ${sql.identifier(parent.name)} = any(${textArray(ids)})`,
  );
}

function columnNames(table: PgTable): string[] {
  return Object.values(getTableColumns(table)).map(({ name }) => name);
}

function identifiers(names: readonly string[]): SQL {
  return sql.join(
    names.map((name) => sql.identifier(name)),
    sql`, `,
  );
}

/** `select … from` the rows of a JSON parameter, whose keys are those of the Drizzle table. */
function fromJson(table: PgTable, names: readonly string[], values: readonly object[]): SQL {
  const keys = Object.entries(getTableColumns(table)).map(([key, { name }]) => [key, name] as const);
  const rows = values.map((value) => {
    const given = value as Record<string, unknown>;
    return Object.fromEntries(keys.map(([key, name]) => [name, given[key] ?? null]));
  });
  return sql`select ${identifiers(names)} from json_populate_recordset(null::${table}, ${databaseJson(rows)}::json)`;
}
