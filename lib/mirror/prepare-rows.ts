import type { AnySource, MirrorContext } from "./mirror-source";
import type { Json } from "./plain-object";
import { rowHash } from "./row-hash";

/** A row as it may be written: with its hash and the time at which Ion was asked. */
export type PreparedRow = {
  id: string;
  hash: string;
  readAt: Date;
  columns: { raw: Json };
  children: Record<string, unknown>[][];
};

/**
 * One item as a row. Its hash is of what a list would say of it, so that the answer about a single item and the list's
 * have the same. Throws what the source's `toRow` throws for an item it can't make a row of.
 */
export function prepareRow<Item>(
  source: AnySource<Item>,
  item: Item,
  context: MirrorContext,
  readAt: Date,
): PreparedRow {
  const { columns, children = [] } = source.toRow(item, context);
  return {
    id: source.idOf(item),
    columns,
    children,
    hash: hashOf(source, columns, children, context),
    readAt,
  };
}

function hashOf<Item>(
  source: AnySource<Item>,
  columns: { raw: Json },
  children: readonly unknown[],
  context: MirrorContext,
): string {
  const listed = source.detail?.without(columns.raw) ?? columns.raw;
  if (listed === columns.raw) return rowHash([columns, children]);
  const row = source.toRow(source.fromRaw(listed), context);
  return rowHash([row.columns, row.children ?? []]);
}

/** Rows by id, each once (the last of a repeated id): a statement can't write one row twice, and one order prevents deadlocks. */
export function oncePerId(rows: readonly PreparedRow[]): PreparedRow[] {
  const byId = new Map(rows.map((row) => [row.id, row]));
  return [...byId.values()].sort((a, b) => (a.id < b.id ? -1 : 1));
}
