import "server-only";
import { and, eq, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import type { Actor } from "@/lib/auth/actor";
import { preparedQuery } from "@/lib/db/prepared";
import { type MirrorResource, mirrorState } from "@/lib/db/schema/mirror";
import { syncRuns } from "@/lib/db/schema/sync-runs";
import type { Freshness } from "./freshness";
import { toldCounts } from "./told-counts";

const customersState = alias(mirrorState, "customers_state");

const askForState = preparedQuery((db) =>
  db
    .select({
      fullAt: mirrorState.fullAt,
      syncedAt: mirrorState.syncedAt,
      version: mirrorState.version,
      customersVersion: customersState.version,
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
    .leftJoin(
      customersState,
      and(eq(customersState.accountId, mirrorState.accountId), eq(customersState.resource, "customers")),
    )
    .where(
      and(
        eq(mirrorState.accountId, sql.placeholder("accountId")),
        eq(mirrorState.resource, sql.placeholder("resource")),
      ),
    )
    .prepare("mirror_state"),
);

type Reader = Pick<Actor, "accountId" | "customerIds">;

/** How new the mirror is, as the person may know it. For callers that have authorised the person. */
export async function readFreshness(actor: Reader, resource: MirrorResource): Promise<Freshness> {
  return (await readMirrorState(actor, resource)).freshness;
}

/**
 * The same with its version, which each change to a row raises, and that of the customers, whose names stand in most
 * lists; null before the first pass.
 */
export async function readMirrorState(
  actor: Reader,
  resource: MirrorResource,
): Promise<{ freshness: Freshness; version: number | null; customersVersion: number | null }> {
  const [row] = await askForState({ accountId: actor.accountId, resource });
  return {
    freshness: {
      asOf: row?.fullAt && row.syncedAt ? new Date(row.syncedAt).toISOString() : null,
      running:
        row?.runState === "running"
          ? toldCounts(actor, resource, { rows: row.rows ?? 0, expected: row.expected })
          : null,
      held: row?.runState === "held",
    },
    version: row?.version ?? null,
    customersVersion: row?.customersVersion ?? null,
  };
}
