import "server-only";
import { and, eq, inArray, notInArray, sql } from "drizzle-orm";
import type { PgTable } from "drizzle-orm/pg-core";
import { z } from "zod";
import { requirePermission } from "@/lib/auth/require-permission";
import { type Db, getDb } from "@/lib/db/client";
import {
  mirrorCustomers,
  mirrorOrders,
  mirrorProducts,
  mirrorState,
  mirrorSubscriptions,
} from "@/lib/db/schema/mirror";
import { syncRuns } from "@/lib/db/schema/sync-runs";
import { toRunViews } from "./list-sync-runs";
import type { SyncRun } from "./pass";
import { selectRows } from "./select-rows";
import { SYNC_RESOURCES, type SyncResource } from "./sync-events";
import type { SyncOverview } from "./sync-schemas";

const TABLES: Record<SyncResource, PgTable> = {
  products: mirrorProducts,
  customers: mirrorCustomers,
  orders: mirrorOrders,
  subscriptions: mirrorSubscriptions,
};

/** Where the account's four mirrors stand, with what is under way, for those who manage them. Throws AppError FORBIDDEN. */
export async function getSyncOverview(): Promise<SyncOverview> {
  const { accountId } = await requirePermission("mirror:manage");
  const db = await getDb();
  const states = await db.select().from(mirrorState).where(eq(mirrorState.accountId, accountId));
  const open = await db
    .select()
    .from(syncRuns)
    .where(and(eq(syncRuns.accountId, accountId), inArray(syncRuns.state, ["running", "held"])));
  const ended = await lastRuns(db, accountId);
  const views = await toRunViews(accountId, [...open, ...ended]);
  const viewOf = (run: SyncRun | undefined) => views.find(({ id }) => id === run?.id) ?? null;
  return {
    resources: await Promise.all(
      SYNC_RESOURCES.map(async (resource) => {
        const state = states.find((one) => one.resource === resource);
        return {
          resource,
          rows: await countRows(db, TABLES[resource], accountId),
          fullAt: isoOrNull(state?.fullAt),
          asOf: state?.fullAt ? isoOrNull(state.syncedAt) : null,
          version: state?.version ?? 0,
          run: viewOf(open.find((run) => run.resource === resource)),
          last: viewOf(ended.find((run) => run.resource === resource)),
        };
      }),
    ),
  };
}

async function lastRuns(db: Db, accountId: string): Promise<SyncRun[]> {
  return db
    .selectDistinctOn([syncRuns.resource])
    .from(syncRuns)
    .where(and(eq(syncRuns.accountId, accountId), notInArray(syncRuns.state, ["running", "held"])))
    .orderBy(syncRuns.resource, sql`${syncRuns.startedAt} desc`);
}

async function countRows(db: Db, table: PgTable, accountId: string): Promise<number> {
  const counted = z.object({ count: z.coerce.number() });
  const [row] = await selectRows(
    db,
    counted,
    sql`select count(*) as count from ${table} where account_id = ${accountId}`,
  );
  return row?.count ?? 0;
}

function isoOrNull(time: string | null | undefined): string | null {
  return time ? new Date(time).toISOString() : null;
}
