import "server-only";
import { getDb } from "@/lib/db/client";
import type { AnySource } from "./mirror-source";
import { raiseVersion } from "./raise-version";
import { deleteRows } from "./write-rows";

/** Takes a row and its children out of the mirror: only after Ion itself said 404 to a question about it. */
export async function removeMirrored<Item>(
  source: AnySource<Item>,
  accountId: string,
  id: string,
): Promise<void> {
  const db = await getDb();
  await db.transaction(async (tx) => {
    const gone = await deleteRows(tx, source, accountId, [id]);
    if (gone.length > 0) await raiseVersion(tx, accountId, source.resource);
  });
}
