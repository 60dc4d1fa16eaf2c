import "server-only";
import { sql } from "drizzle-orm";
import { getDb } from "@/lib/db/client";
import { ionConnections } from "@/lib/db/schema/connections";
import { log } from "@/lib/log";
import { isStopping } from "@/lib/stop/stopping";

export type Readiness = {
  ready: boolean;
  /** Why it is not ready although all it needs is there. */
  reason?: "stopping";
  database: "ok" | "down";
  /** Opening the database migrates it, so it is behind only while that has not succeeded. */
  migrations: "ok" | "unknown";
  /** Worst state over all accounts; a lost connection does not make the portal unready, since reading goes on. */
  ion: "ok" | "lost" | "none" | "unknown";
};

/** What the portal depends on, for load balancers and people on call. Never throws. */
export async function checkReadiness(): Promise<Readiness> {
  const stopping = isStopping() ? ({ ready: false, reason: "stopping" } as const) : undefined;
  try {
    const db = await getDb();
    await db.execute(sql`SELECT 1`);
    const states = await db.select({ state: ionConnections.state }).from(ionConnections);
    const has = (state: string) => states.some((row) => row.state === state);
    const ion = has("lost") ? "lost" : has("ok") ? "ok" : "none";
    return { ready: true, database: "ok", migrations: "ok", ion, ...stopping };
  } catch (error) {
    log.error({ err: error }, "not ready");
    return { ready: false, database: "down", migrations: "unknown", ion: "unknown", ...stopping };
  }
}
