import "server-only";
import { eq } from "drizzle-orm";
import { getDb } from "@/lib/db/client";
import { ionConnections } from "@/lib/db/schema/connections";
import { keepIonConnectionAlive } from "@/lib/ion/connect";
import { log } from "@/lib/log";

/** A refresh token dies after 32 idle days; a week leaves time for a person when something is wrong. */
const MAX_AGE_DAYS = 7;

/** Rotates the tokens of every account that has not used Ion for a week. Runs as a job, once a day. */
export async function keepConnectionsAlive(): Promise<void> {
  const db = await getDb();
  const rows = await db.select().from(ionConnections).where(eq(ionConnections.state, "ok"));
  for (const { accountId } of rows) {
    try {
      const rotated = await keepIonConnectionAlive(accountId, MAX_AGE_DAYS);
      if (rotated) log.info({ event: "ion-token-rotated", accountId }, "an idle connection was kept alive");
    } catch (error) {
      log.error(
        { event: "ion-token-rotation-failed", accountId, err: error },
        "could not keep a connection alive",
      );
    }
  }
}
