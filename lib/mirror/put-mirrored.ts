import "server-only";
import { getDb } from "@/lib/db/client";
import { type AnySource, NO_CONTEXT } from "./mirror-source";
import { prepareRow } from "./prepare-rows";
import { raiseVersion } from "./raise-version";
import { BATCH_ROWS, writeRows } from "./write-rows";

/**
 * Keeps items that were just read from Ion, one by one and whole (nothing excluded, at the account's own prices). An answer that is older than what stands there never replaces it, a row that
 * has not changed is not written, and listeners hear of the rest. `readAt` is the time at which Ion was asked, not the
 * time of its answer. Answers with the number of rows that were written.
 */
export async function putMirrored<Item>(
  source: AnySource<Item>,
  accountId: string,
  items: readonly Item[],
  readAt: Date,
): Promise<{ changed: number }> {
  if (items.length === 0) return { changed: 0 };
  const db = await getDb();
  const context = (await source.context?.(accountId)) ?? NO_CONTEXT;
  const rows = items.map((item) => prepareRow(source, item, context, readAt));
  let changed = 0;
  for (let start = 0; start < rows.length; start += BATCH_ROWS) {
    changed += await db.transaction(async (tx) => {
      const done = await writeRows(tx, source, accountId, rows.slice(start, start + BATCH_ROWS), {
        whole: true,
      });
      const count = done.inserted.length + done.updated.length;
      if (count > 0) await raiseVersion(tx, accountId, source.resource);
      return count;
    });
  }
  return { changed };
}
