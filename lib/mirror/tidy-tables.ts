import "server-only";
import { getTableName, sql } from "drizzle-orm";
import { getDb } from "@/lib/db/client";
import { log } from "@/lib/log";
import type { AnySource } from "./mirror-source";

/** Fewer changes than this leave what the planner knows of a table right enough. */
const WORTH_TIDYING = 500;

/**
 * After many changes: what the planner goes by is counted anew, and counts can be read off an index alone again. A server
 * does this by itself some minutes later, the embedded database never. Never fails.
 */
export async function tidyTables(source: AnySource, changed: number): Promise<void> {
  if (changed < WORTH_TIDYING) return;
  try {
    const db = await getDb();
    for (const table of [source.table, ...source.children.map((child) => child.table)]) {
      await db.execute(sql`vacuum (analyze) ${sql.identifier(getTableName(table))}`);
    }
  } catch (error) {
    log.warn({ err: error, resource: source.resource }, "the tables of a mirror could not be tidied");
  }
}
