import "server-only";
import { type CursorKey, type CursorScope, readCursor, writeCursor } from "./cursor";

/** A row, and where it stands in the list's order. */
export type Keyed<Row> = { row: Row; key: CursorKey };

/** What a list can be read by, whatever its rows are. */
export type ListReader<Row> = {
  scope: CursorScope;
  /** The row whose id was typed whole, if there is one: it comes first, and `read` leaves it out. */
  exact?: (() => Promise<Row | null>) | undefined;
  /** The rows after `after` in the list's order, `limit` of them or all that are left. */
  read: (after: CursorKey | null, limit: number) => Promise<Keyed<Row>[]>;
};

export type KeysetPage<Row> = { rows: Row[]; nextCursor: string | null };

/**
 * One page of a list. A row that is given whole by its id heads the first page, in addition to at least one other row.
 * Throws AppError INVALID_INPUT with the field `cursor` for a cursor that is not this list's.
 */
export async function readKeysetPage<Row>(
  reader: ListReader<Row>,
  { cursor, limit }: { cursor?: string | undefined; limit: number },
): Promise<KeysetPage<Row>> {
  const after = cursor === undefined ? null : readCursor(reader.scope, cursor);
  const [exact, found] = await Promise.all([
    after === null ? reader.exact?.() : undefined,
    reader.read(after, limit + 1),
  ]);
  const room = Math.max(1, exact ? limit - 1 : limit);
  const shown = found.slice(0, room);
  const last = shown.at(-1);
  return {
    rows: [...(exact ? [exact] : []), ...shown.map(({ row }) => row)],
    nextCursor: last && found.length > shown.length ? writeCursor(reader.scope, last.key) : null,
  };
}

/** Every row of a list in its order, read in batches: for answers that are streamed. */
export async function* eachRow<Row>(reader: ListReader<Row>, batchSize: number): AsyncGenerator<Row> {
  const exact = await reader.exact?.();
  if (exact) yield exact;
  let after: CursorKey | null = null;
  while (true) {
    const found: Keyed<Row>[] = await reader.read(after, batchSize);
    for (const { row } of found) yield row;
    const last = found.at(-1);
    if (!last || found.length < batchSize) return;
    after = last.key;
  }
}
