import "server-only";
import type { Db } from "@/lib/db/client";
import type { SyncDifference } from "@/lib/db/schema/sync-runs";
import type { AnySource } from "./mirror-source";
import type { PreparedRow } from "./prepare-rows";
import { readColumns } from "./read-columns";

const EXAMPLES = 5;

/** A difference of nothing. */
export function noDifference(): SyncDifference {
  return { known: 0, missing: 0, changed: 0, fields: [], missingExamples: [] };
}

/** Adds to a difference what some rows would change: how many there are, and the watched columns with examples. */
export async function tallyChanges(
  tx: Db,
  source: AnySource,
  accountId: string,
  rows: readonly PreparedRow[],
  difference: SyncDifference,
): Promise<void> {
  const before = await readColumns(
    tx,
    source,
    accountId,
    rows.map(({ id }) => id),
  );
  for (const row of rows) {
    const kept = before.get(row.id);
    if (!kept) continue;
    difference.changed += 1;
    const columns: Record<string, unknown> = { ...row.columns };
    for (const field of source.watched) {
      const [from, to] = [kept[field] ?? null, columns[field] ?? null];
      if (!isSame(from, to)) note(difference, field, { id: row.id, from, to });
    }
  }
}

function note(
  difference: SyncDifference,
  field: string,
  example: { id: string; from: unknown; to: unknown },
) {
  let entry = difference.fields.find((one) => one.field === field);
  if (!entry) {
    entry = { field, rows: 0, examples: [] };
    difference.fields.push(entry);
  }
  entry.rows += 1;
  if (entry.examples.length < EXAMPLES) entry.examples.push(example);
}

/** JSON of the database and of the row: an amount is a number in one and a text in the other, a time is spelled differently. */
function isSame(kept: unknown, made: unknown): boolean {
  if (kept === made) return true;
  if (kept === null || made === null) return false;
  if (typeof kept === "number") return kept === Number(made);
  if (typeof kept === "string" && typeof made === "string" && /^\d{4}-\d\d-\d\dT/.test(kept)) {
    return Date.parse(kept) === Date.parse(made);
  }
  return JSON.stringify(kept) === JSON.stringify(made);
}
