import "server-only";
import { eq } from "drizzle-orm";
import { requireActor } from "@/lib/auth/require-permission";
import { getDb } from "@/lib/db/client";
import { ionConnections } from "@/lib/db/schema/connections";
import { silentSince } from "@/lib/ion/connection-outage";
import { lastIonCall } from "@/lib/ion/last-call";
import { probeIon } from "./probe-ion";
import type { ConnectionView } from "./schemas";

/**
 * How Ion is doing for the signed-in person's account: from the stored credentials, from what all processes keep of an
 * outage, and from the last calls of this one. While it is down, somebody has to ask now and then: looking does.
 */
export async function getConnectionState(): Promise<ConnectionView> {
  const { accountId } = await requireActor();
  const db = await getDb();
  const [row] = await db
    .select({ state: ionConnections.state, stateReason: ionConnections.stateReason })
    .from(ionConnections)
    .where(eq(ionConnections.accountId, accountId));
  if (row?.state !== "ok") {
    return { state: row?.state === "lost" ? "lost" : "unknown", asOf: null, since: null };
  }
  const call = lastIonCall(accountId);
  const since = silentSince(row);
  if (since !== null) {
    probeIon(accountId);
    return { state: "down", asOf: call?.at ?? null, since };
  }
  if (!call) return { state: "unknown", asOf: null, since: null };
  // A single attempt that failed is tried again: for the reader that is slow, not down.
  return { state: call.state === "down" ? "slow" : call.state, asOf: call.at, since: null };
}
