import "server-only";
import { and, desc, eq, inArray, sql } from "drizzle-orm";
import { requirePermission } from "@/lib/auth/require-permission";
import { getDb } from "@/lib/db/client";
import { mirrorState } from "@/lib/db/schema/mirror";
import { syncRuns } from "@/lib/db/schema/sync-runs";
import { users } from "@/lib/db/schema/users";
import { type CursorScope, readCursor, writeCursor } from "@/lib/lists/cursor";
import { afterKey, type SortColumn } from "@/lib/lists/keyset";
import type { SyncRun } from "./pass";
import type { SyncRunPage, SyncRunQuery, SyncRunView } from "./sync-schemas";
import { toRunView } from "./to-run-view";

const NEWEST_FIRST: SortColumn[] = [
  { by: sql`${syncRuns.startedAt}`, desc: true, cast: "timestamptz" },
  { by: sql`${syncRuns.id}::text`, desc: true, cast: "text" },
];

/**
 * The passes over the account's lists, newest first, a page at a time. Throws AppError INVALID_INPUT for a cursor of
 * another account, resource or outcome.
 */
export async function listSyncRuns(query: SyncRunQuery): Promise<SyncRunPage> {
  const { accountId } = await requirePermission("mirror:manage");
  const { resource, state, cursor, limit } = query;
  const scope: CursorScope = { accountId, list: "sync-runs", sort: `${resource ?? "all"} ${state ?? "all"}` };
  const db = await getDb();
  const found = await db
    .select()
    .from(syncRuns)
    .where(
      and(
        eq(syncRuns.accountId, accountId),
        resource ? eq(syncRuns.resource, resource) : undefined,
        state ? eq(syncRuns.state, state) : undefined,
        cursor ? afterKey(NEWEST_FIRST, readCursor(scope, cursor)) : undefined,
      ),
    )
    .orderBy(desc(syncRuns.startedAt), sql`${syncRuns.id}::text desc`)
    .limit(limit + 1);
  const runs = found.slice(0, limit);
  const last = runs.at(-1);
  return {
    runs: await toRunViews(accountId, runs),
    nextCursor: last && found.length > limit ? writeCursor(scope, [last.startedAt, last.id]) : null,
  };
}

/** Runs with the names of the people in them. For callers that have authorised the person. */
export async function toRunViews(accountId: string, runs: readonly SyncRun[]): Promise<SyncRunView[]> {
  const db = await getDb();
  const ids = runs
    .flatMap(({ requestedBy, decidedBy }) => [requestedBy, decidedBy])
    .filter((id) => id !== null);
  const people =
    ids.length === 0
      ? []
      : await db
          .select({ id: users.id, name: users.name })
          .from(users)
          .where(and(eq(users.accountId, accountId), inArray(users.id, ids)));
  const names = new Map(people.map(({ id, name }) => [id, name]));
  const leases = await db
    .select({ resource: mirrorState.resource })
    .from(mirrorState)
    .where(and(eq(mirrorState.accountId, accountId), sql`${mirrorState.leaseUntil} > clock_timestamp()`));
  const leased = new Set(leases.map(({ resource }) => resource));
  return runs.map((run) => toRunView(run, names, leased.has(run.resource)));
}
