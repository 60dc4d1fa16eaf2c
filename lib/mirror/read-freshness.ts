import "server-only";
import { and, eq, sql } from "drizzle-orm";
import { getDb } from "@/lib/db/client";
import { type MirrorResource, mirrorState } from "@/lib/db/schema/mirror";
import { syncRuns } from "@/lib/db/schema/sync-runs";
import type { Freshness } from "./freshness";

/** How new the mirror is. For callers that have authorised the person. */
export async function readFreshness(accountId: string, resource: MirrorResource): Promise<Freshness> {
  return (await readMirrorState(accountId, resource)).freshness;
}

/** How new the mirror is, and its version, which each change to a row raises; null before the first pass. */
export async function readMirrorState(
  accountId: string,
  resource: MirrorResource,
): Promise<{ freshness: Freshness; version: number | null }> {
  const db = await getDb();
  const [row] = await db
    .select({
      fullAt: mirrorState.fullAt,
      syncedAt: mirrorState.syncedAt,
      version: mirrorState.version,
      runState: syncRuns.state,
      rows: syncRuns.rows,
      expected: syncRuns.expected,
    })
    .from(mirrorState)
    .leftJoin(
      syncRuns,
      and(
        eq(syncRuns.accountId, mirrorState.accountId),
        eq(syncRuns.resource, mirrorState.resource),
        // Literals: the planner sees that the partial index of open runs answers this.
        sql`${syncRuns.state} in ('running', 'held')`,
      ),
    )
    .where(and(eq(mirrorState.accountId, accountId), eq(mirrorState.resource, resource)));
  return {
    freshness: {
      asOf: row?.fullAt && row.syncedAt ? new Date(row.syncedAt).toISOString() : null,
      running: row?.runState === "running" ? { rows: row.rows ?? 0, expected: row.expected } : null,
      held: row?.runState === "held",
    },
    version: row?.version ?? null,
  };
}
