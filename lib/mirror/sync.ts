import "server-only";
import { and, eq } from "drizzle-orm";
import { getDb } from "@/lib/db/client";
import { mirrorState } from "@/lib/db/schema/mirror";
import { connectIon } from "@/lib/ion/connect";
import type { MirrorSource, MirrorTable } from "./mirror-source";
import { putMirrored } from "./put-mirrored";

export type SyncOptions = {
  kind: "full" | "incremental";
  trigger: "schedule" | "person" | "start";
  /** The person who asked, by the portal's id. */
  requestedBy?: string;
  /** Stops the pass between two pages; it goes on there the next time. */
  signal?: AbortSignal;
};

/** How a pass ended. `busy`: somebody else is at it. `stopped`: by the signal, to be continued. */
export type SyncOutcome = {
  state: "done" | "held" | "failed" | "busy" | "stopped";
  inserted: number;
  updated: number;
  unchanged: number;
  missing: number;
  removed: number;
  skipped: number;
};

/** One pass over one of Ion's lists. */
export async function syncResource<Item, Table extends MirrorTable>(
  source: MirrorSource<Item, Table>,
  accountId: string,
  options: SyncOptions,
): Promise<SyncOutcome> {
  const db = await getDb();
  const startedAt = new Date();
  const ion = await connectIon(accountId);
  const key = { accountId, resource: source.resource };
  await db.insert(mirrorState).values(key).onConflictDoNothing();
  await source.prepare?.(ion, accountId);
  let updated = 0;
  let from: string | null = null;
  do {
    const readAt = new Date();
    const page = await source.readPage(ion, from, { pageSize: 100, signal: options.signal });
    updated += (await putMirrored(source, accountId, page.items, readAt)).changed;
    from = page.next;
  } while (from !== null);
  const at = startedAt.toISOString();
  await db
    .update(mirrorState)
    .set({ fullAt: at, syncedAt: at })
    .where(and(eq(mirrorState.accountId, accountId), eq(mirrorState.resource, source.resource)));
  return { state: "done", inserted: 0, updated, unchanged: 0, missing: 0, removed: 0, skipped: 0 };
}
