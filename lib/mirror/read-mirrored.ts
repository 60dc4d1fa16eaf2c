import "server-only";
import { sql } from "drizzle-orm";
import { z } from "zod";
import { getDb } from "@/lib/db/client";
import type { AnySource } from "./mirror-source";
import { selectRows } from "./select-rows";

const kept = z.object({
  raw: z.record(z.string(), z.unknown()),
  read_at: z.coerce.date(),
});

/**
 * One item as the mirror holds it, and the time (ISO) at which Ion was asked; null when it isn't there or can't be read
 * any more. For callers that have authorised the person.
 */
export async function readMirrored<Item>(
  source: AnySource<Item>,
  accountId: string,
  id: string,
): Promise<{ item: Item; readAt: string } | null> {
  const db = await getDb();
  const [row] = await selectRows(
    db,
    kept,
    sql`select raw, read_at from ${source.table} where account_id = ${accountId} and id = ${id}`,
  );
  if (!row) return null;
  try {
    return { item: source.fromRaw(row.raw), readAt: row.read_at.toISOString() };
  } catch {
    // Kept by an older version of the portal: asking Ion is better than an error.
    return null;
  }
}
