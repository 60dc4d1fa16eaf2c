import "server-only";
import { eq, sql } from "drizzle-orm";
import type { Actor } from "@/lib/auth/actor";
import { mayActor, requireActor } from "@/lib/auth/require-permission";
import { preparedQuery } from "@/lib/db/prepared";
import { ionConnections } from "@/lib/db/schema/connections";
import { healthOf } from "@/lib/ion/connection-health";
import { lastIonCall } from "@/lib/ion/last-call";
import { askInFrame } from "@/lib/kept-answers";
import { probeIon } from "./probe-ion";
import type { ConnectionView } from "./schemas";

const askForConnection = preparedQuery((db) =>
  db
    .select({
      state: ionConnections.state,
      silentSince: ionConnections.silentSince,
      accessExpiresAt: ionConnections.accessExpiresAt,
      refreshExpiresAt: ionConnections.refreshExpiresAt,
      rotationFailingSince: ionConnections.rotationFailingSince,
    })
    .from(ionConnections)
    .where(eq(ionConnections.accountId, sql.placeholder("accountId")))
    .prepare("connection_of_account"),
);

/**
 * How Ion is doing for the signed-in person's account: from the stored credentials, from what all processes keep of an
 * outage, and from the last calls of this one. While it is down, somebody has to ask now and then: looking does.
 */
export async function getConnectionState(): Promise<ConnectionView> {
  const actor = await requireActor();
  const { accountId } = actor;
  const [row] = await askInFrame(actor, { of: "connection" }, () => askForConnection({ accountId }));
  return { ...answering(actor, row), mayRepair: mayActor(actor, "connection:manage") };
}

type Row = Parameters<typeof healthOf>[0] & { silentSince: Date | null };

function answering({ accountId }: Actor, row: Row | undefined): Omit<ConnectionView, "mayRepair"> {
  if (!row || row.state === "none") {
    return { state: "unknown", asOf: null, since: null, token: { state: "none", worksUntil: null } };
  }
  const { state, worksUntil } = healthOf(row, new Date());
  const token = { state, worksUntil };
  if (state === "lost" && worksUntil === null) return { state: "lost", asOf: null, since: null, token };
  const call = lastIonCall(accountId);
  if (row.silentSince !== null) {
    probeIon(accountId);
    return { state: "down", asOf: call?.at ?? null, since: row.silentSince.toISOString(), token };
  }
  if (!call) return { state: "unknown", asOf: null, since: null, token };
  // A single attempt that failed is tried again: for the reader that is slow, not down.
  return { state: call.state === "down" ? "slow" : call.state, asOf: call.at, since: null, token };
}
