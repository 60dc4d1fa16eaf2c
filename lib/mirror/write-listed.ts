import "server-only";
import { sql } from "drizzle-orm";
import { z } from "zod";
import type { Db } from "@/lib/db/client";
import type { AnySource, MirrorContext } from "./mirror-source";
import type { PreparedRow } from "./prepare-rows";
import { selectRows } from "./select-rows";
import { writeRows } from "./write-rows";

export type Written = {
  inserted: string[];
  updated: string[];
  /** Rows that the database does not take, and why. */
  refused: { id: string; reason: string }[];
};

/**
 * Writes rows as a list had them, inside the caller's transaction: what only an answer about a single item holds stays. A
 * row that the database refuses costs nothing but itself.
 */
export async function writeListed(
  tx: Db,
  source: AnySource,
  accountId: string,
  rows: readonly PreparedRow[],
  context: MirrorContext,
): Promise<Written> {
  try {
    const done = await tx.transaction(async (inner) =>
      writeRows(inner, source, accountId, await withDetails(inner, source, accountId, rows, context)),
    );
    return { ...done, refused: [] };
  } catch (error) {
    const reason = refusal(error);
    if (reason === null) throw error;
    const [only, ...more] = rows;
    if (only && more.length === 0) return { inserted: [], updated: [], refused: [{ id: only.id, reason }] };
    const half = Math.ceil(rows.length / 2);
    const first = await writeListed(tx, source, accountId, rows.slice(0, half), context);
    const second = await writeListed(tx, source, accountId, rows.slice(half), context);
    return {
      inserted: [...first.inserted, ...second.inserted],
      updated: [...first.updated, ...second.updated],
      refused: [...first.refused, ...second.refused],
    };
  }
}

const kept = z.object({ id: z.string(), hash: z.string(), raw: z.record(z.string(), z.unknown()) });

/** The rows that differ from what is kept, with the detail fields that are kept. */
async function withDetails(
  tx: Db,
  source: AnySource,
  accountId: string,
  rows: readonly PreparedRow[],
  context: MirrorContext,
): Promise<PreparedRow[]> {
  const { detail } = source;
  if (!detail) return [...rows];
  const found = await selectRows(
    tx,
    kept,
    // Unchanged rows are many in an incremental pass, and their raw answers are long.
    sql`select kept.id, kept.hash, kept.raw from ${source.table} as kept
      join json_to_recordset(${JSON.stringify(rows.map(({ id, hash }) => ({ id, hash })))}::json)
        as listed(id text, hash text) on listed.id = kept.id and listed.hash <> kept.hash
      where kept.account_id = ${accountId}`,
  );
  const byId = new Map(found.map((row) => [row.id, row.raw]));
  return rows.map((row) => {
    const before = byId.get(row.id);
    const raw = before && detail.merged(before, row.columns.raw);
    if (!raw || raw === row.columns.raw) return row;
    const { columns, children = [] } = source.toRow(source.fromRaw(raw), context);
    return { ...row, columns, children };
  });
}

/** Classes of SQLSTATE that are about the row: its data, a constraint, a limit of the database. */
const ABOUT_THE_ROW = /^(22|23|54)/;

function refusal(error: unknown): string | null {
  for (let at: unknown = error; at instanceof Error; at = at.cause) {
    if ("code" in at && typeof at.code === "string" && ABOUT_THE_ROW.test(at.code)) {
      return `the database does not take it (${at.code})`;
    }
  }
  return null;
}
