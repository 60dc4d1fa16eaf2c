import "server-only";
import { inArray } from "drizzle-orm";
import { getDb } from "@/lib/db/client";
import { ionConnections } from "@/lib/db/schema/connections";
import { keepIonConnectionAlive } from "@/lib/ion/connect";
import { raiseAlarm } from "@/lib/ion/connection-alarm";
import { checkConnection } from "@/lib/ion/connection-check";
import { log } from "@/lib/log";

/** A refresh token dies after 32 idle days; a week leaves time for a person when something is wrong. */
const MAX_AGE_DAYS = 7;
/** How often a connection is tested without anybody asking. */
const CHECK_EVERY_MS = 60 * 60_000;

/**
 * Looks after the connection of every account: rotates tokens that have not been used for a week, tests those that have not
 * been tested for an hour, and raises the alarm for those that need a person. Runs as a job, every few minutes.
 */
export async function keepConnectionsAlive(): Promise<void> {
  const db = await getDb();
  const rows = await db
    .select()
    .from(ionConnections)
    .where(inArray(ionConnections.state, ["ok", "lost"]));
  for (const row of rows) {
    const { accountId } = row;
    try {
      await keepIonConnectionAlive(accountId, MAX_AGE_DAYS);
      if (isCheckDue(row, Date.now())) await checkConnection(accountId);
    } catch (error) {
      log.warn(
        { event: "ion-connection-not-kept", accountId, err: error },
        "a connection could not be looked after",
      );
    }
    await raiseAlarm(accountId);
  }
}

/** Not for an idle account: testing would renew its access token every two hours for nobody. */
function isCheckDue(
  { accessExpiresAt, checkedAt }: typeof ionConnections.$inferSelect,
  now: number,
): boolean {
  const lives = accessExpiresAt !== null && accessExpiresAt.getTime() > now;
  return lives && (checkedAt === null || now - checkedAt.getTime() >= CHECK_EVERY_MS);
}
