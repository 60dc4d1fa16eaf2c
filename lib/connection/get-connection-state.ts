import "server-only";
import { eq } from "drizzle-orm";
import { requireActor } from "@/lib/auth/require-permission";
import { getDb } from "@/lib/db/client";
import { ionConnections } from "@/lib/db/schema/connections";
import { lastIonCall } from "@/lib/ion/last-call";
import type { ConnectionView } from "./schemas";

/** How Ion is doing for the signed-in person's account: from the stored credentials and the last calls of this process. */
export async function getConnectionState(): Promise<ConnectionView> {
  const actor = await requireActor();
  const db = await getDb();
  const [row] = await db
    .select({ state: ionConnections.state })
    .from(ionConnections)
    .where(eq(ionConnections.accountId, actor.accountId));
  if (row?.state !== "ok") return { state: row?.state === "lost" ? "lost" : "unknown", asOf: null };
  const call = lastIonCall(actor.accountId);
  return call ? { state: call.state, asOf: call.at } : { state: "unknown", asOf: null };
}
