import "server-only";
import { and, desc, eq, isNotNull } from "drizzle-orm";
import { getDb } from "@/lib/db/client";
import { mirrorState } from "@/lib/db/schema/mirror";
import { log } from "@/lib/log";
import { catalogIndex } from "./keep-index";

/** More accounts than these wait for their first reader: an index takes memory whether it is used or not. */
const MOST_ACCOUNTS = 3;

/**
 * Makes the indexes of the accounts that were synced last, one after the other, before anybody asks for them. Never fails:
 * the first reader then makes the index.
 */
export async function warmIndexes(): Promise<void> {
  try {
    for (const accountId of await lastSynced()) await catalogIndex(accountId);
  } catch (error) {
    log.warn({ err: error }, "the catalog was not made ready for searching");
  }
}

async function lastSynced(): Promise<string[]> {
  const db = await getDb();
  const rows = await db
    .select({ accountId: mirrorState.accountId })
    .from(mirrorState)
    .where(and(eq(mirrorState.resource, "products"), isNotNull(mirrorState.fullAt)))
    .orderBy(desc(mirrorState.syncedAt))
    .limit(MOST_ACCOUNTS);
  return rows.map(({ accountId }) => accountId);
}
