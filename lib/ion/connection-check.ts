import "server-only";
import { eq, sql } from "drizzle-orm";
import { getDb } from "@/lib/db/client";
import { type ConnectionCheck, ionConnections } from "@/lib/db/schema/connections";
import { connectIon } from "./connect";
import { isIonError } from "./errors";

/**
 * Asks Ion about the account's access token and then for one customer, and keeps both answers in the connection's row.
 * Never throws what Ion did: that is the answer. Throws when the account was never connected.
 */
export async function checkConnection(accountId: string): Promise<ConnectionCheck> {
  const ion = await connectIon(accountId);
  const check: ConnectionCheck = {
    token: "not-asked",
    read: "not-asked",
    latencyMs: null,
    accessExpiresInSeconds: null,
    refreshExpiresInSeconds: null,
    failure: null,
    ionRequestId: null,
  };
  const startedAt = performance.now();
  try {
    const lives = await ion.oauth.check();
    check.token = lives ? "taken" : "refused";
    check.accessExpiresInSeconds = lives?.accessExpiresInSeconds ?? null;
    check.refreshExpiresInSeconds = lives?.refreshExpiresInSeconds ?? null;
  } catch (error) {
    check.token = "failed";
    Object.assign(check, failureOf(error));
  }
  if (check.token === "taken") {
    try {
      await ion.customers.list({ pageSize: 1 });
      check.read = "answered";
    } catch (error) {
      check.read = "failed";
      Object.assign(check, failureOf(error));
    }
  }
  check.latencyMs = Math.round(performance.now() - startedAt);
  const db = await getDb();
  await db
    .update(ionConnections)
    .set({ checkedAt: sql`now()`, lastCheck: check })
    .where(eq(ionConnections.accountId, accountId));
  return check;
}

function failureOf(error: unknown): Pick<ConnectionCheck, "failure" | "ionRequestId"> {
  if (!isIonError(error)) throw error;
  return { failure: error.kind, ionRequestId: error.info.requestId ?? null };
}
