import "server-only";
import { count, eq } from "drizzle-orm";
import { getDatabase, getDb } from "@/lib/db/client";
import { accounts } from "@/lib/db/schema/accounts";
import { ionConnections } from "@/lib/db/schema/connections";
import { mirrorState } from "@/lib/db/schema/mirror";
import { orderIntents } from "@/lib/db/schema/order-intents";
import type { Reading } from "./metrics";

/** What the database says of money and tokens, as gauges. An account is named by its id at Ion. */
export type DatabaseReadings = {
  intents: Reading[];
  connections: Reading[];
  tokenDays: Reading[];
  mirrorAge: Reading[];
};

const DAY_MS = 86_400_000;

/** Reads them now. A state that no intent is in is told as 0, so that an alarm on it can tell 0 from silence. */
export async function readDatabaseReadings(now: Date = new Date()): Promise<DatabaseReadings> {
  const db = await getDb();
  const byState = await db
    .select({ state: orderIntents.state, total: count() })
    .from(orderIntents)
    .groupBy(orderIntents.state);
  const connections = await db
    .select({
      account: accounts.ionAccountId,
      state: ionConnections.state,
      endsAt: ionConnections.refreshExpiresAt,
    })
    .from(ionConnections)
    .innerJoin(accounts, eq(accounts.id, ionConnections.accountId));
  const mirrors = await db
    .select({
      account: accounts.ionAccountId,
      resource: mirrorState.resource,
      syncedAt: mirrorState.syncedAt,
    })
    .from(mirrorState)
    .innerJoin(accounts, eq(accounts.id, mirrorState.accountId));
  return {
    intents: orderIntents.state.enumValues.map((state) => ({
      labels: { state },
      value: byState.find((row) => row.state === state)?.total ?? 0,
    })),
    connections: connections.flatMap(({ account, state }) =>
      ionConnections.state.enumValues.map((one) => ({
        labels: { account, state: one },
        value: one === state ? 1 : 0,
      })),
    ),
    tokenDays: connections.flatMap(({ account, endsAt }) =>
      endsAt ? [{ labels: { account }, value: (endsAt.getTime() - now.getTime()) / DAY_MS }] : [],
    ),
    mirrorAge: mirrors.flatMap(({ account, resource, syncedAt }) =>
      syncedAt
        ? [{ labels: { account, resource }, value: (now.getTime() - new Date(syncedAt).getTime()) / 1_000 }]
        : [],
    ),
  };
}

/** Connections of the pool by what they do; the embedded database has one. */
export async function readPool(): Promise<Reading[]> {
  const { totalCount, idleCount, waitingCount } = (await getDatabase()).pool;
  return [
    { labels: { state: "busy" }, value: totalCount - idleCount },
    { labels: { state: "idle" }, value: idleCount },
    { labels: { state: "waited_for" }, value: waitingCount },
  ];
}
