import "server-only";
import { and, desc, eq, gt, inArray, or, sql } from "drizzle-orm";
import { getDb } from "@/lib/db/client";
import { ionConnections } from "@/lib/db/schema/connections";
import { mirrorState } from "@/lib/db/schema/mirror";
import { syncRuns } from "@/lib/db/schema/sync-runs";
import { sendSync } from "@/lib/mirror/send-sync";
import { SYNC_RESOURCES } from "@/lib/mirror/sync-events";
import { duePass, type MirrorStanding } from "./due-pass";
import { MIRROR_SOURCES } from "./mirror-sources";

/** Sends the passes that are due, for every connected account. Runs as a job, each minute and at start. */
export async function syncDue(): Promise<void> {
  const db = await getDb();
  const connected = await db
    .select({ accountId: ionConnections.accountId })
    .from(ionConnections)
    // A lost connection is used for as long as its access token lives.
    .where(
      or(
        eq(ionConnections.state, "ok"),
        and(eq(ionConnections.state, "lost"), gt(ionConnections.accessExpiresAt, sql`now()`)),
      ),
    );
  for (const { accountId } of connected) {
    const standings = await readStandings(accountId);
    for (const resource of SYNC_RESOURCES) {
      const canTellChanges = MIRROR_SOURCES[resource].readChangedPage !== undefined;
      const due = duePass(resource, standings.get(resource), { canTellChanges, now: new Date() });
      if (due) await sendSync({ accountId, resource, ...due });
    }
  }
}

async function readStandings(accountId: string): Promise<Map<string, MirrorStanding>> {
  const db = await getDb();
  const states = await db.select().from(mirrorState).where(eq(mirrorState.accountId, accountId));
  const runs = await db
    .selectDistinctOn([syncRuns.resource], {
      resource: syncRuns.resource,
      state: syncRuns.state,
      finishedAt: syncRuns.finishedAt,
    })
    .from(syncRuns)
    .where(eq(syncRuns.accountId, accountId))
    .orderBy(syncRuns.resource, desc(syncRuns.startedAt));
  const open = await db
    .select({ resource: syncRuns.resource, state: syncRuns.state, decidedAt: syncRuns.decidedAt })
    .from(syncRuns)
    .where(and(eq(syncRuns.accountId, accountId), inArray(syncRuns.state, ["running", "held"])));
  return new Map(
    states.map((state) => {
      const last = runs.find(({ resource }) => resource === state.resource);
      const held = open.find((run) => run.resource === state.resource && run.state === "held");
      return [
        state.resource,
        {
          fullAt: date(state.fullAt),
          leasedUntil: date(state.leaseUntil),
          running: open.some((run) => run.resource === state.resource && run.state === "running"),
          held: held ? (held.decidedAt === null ? "undecided" : "decided") : null,
          failedAt: last?.state === "failed" ? date(last.finishedAt) : null,
        },
      ];
    }),
  );
}

function date(time: string | null): Date | null {
  return time === null ? null : new Date(time);
}
