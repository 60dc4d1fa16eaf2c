import "server-only";
import { and, eq, isNull, lt, ne, or, sql } from "drizzle-orm";
import { getDb } from "@/lib/db/client";
import { ionConnections } from "@/lib/db/schema/connections";
import { log } from "@/lib/log";
import { healthOf } from "./connection-health";

/**
 * Says loudly that an account's connection to Ion is lost or about to be: an error in the log with the event
 * `ion-token-lost` or `ion-token-expiring`. Once a state and day, whichever process notices it. Never throws.
 */
export async function raiseAlarm(accountId: string): Promise<void> {
  try {
    const db = await getDb();
    const isMine = eq(ionConnections.accountId, accountId);
    const [row] = await db.select().from(ionConnections).where(isMine);
    if (!row) return;
    const { state, why, worksUntil, daysLeft } = healthOf(row, new Date());
    if (state !== "lost" && state !== "expiring") return;
    const claimed = await db
      .update(ionConnections)
      .set({ alarmedAt: sql`now()`, alarmedFor: state })
      .where(
        and(
          isMine,
          or(
            isNull(ionConnections.alarmedFor),
            ne(ionConnections.alarmedFor, state),
            lt(ionConnections.alarmedAt, sql`now() - interval '1 day'`),
          ),
        ),
      )
      .returning({ accountId: ionConnections.accountId });
    if (claimed.length === 0) return;
    const reason = state === "lost" ? row.stateReason : row.rotationError;
    const words =
      state === "lost"
        ? "the connection to Ion is lost: a person has to bring a new refresh token"
        : "the connection to Ion will be lost unless a renewal works again";
    log.error({ event: `ion-token-${state}`, accountId, why, reason, worksUntil, daysLeft }, words);
  } catch (error) {
    log.error({ event: "ion-alarm-failed", accountId, err: error }, "an alarm could not be raised");
  }
}
