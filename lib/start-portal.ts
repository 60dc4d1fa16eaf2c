import "server-only";
import { getDatabase } from "./db/client";
import { env } from "./env";
import { startJobs } from "./jobs/runner";
import { log } from "./log";
import { startObserving } from "./observe/start-observing";
import { rememberOutside } from "./outside-requests";
import { stopOnSignals } from "./stop/stop-portal";

const held = globalThis as typeof globalThis & { portalStarted?: boolean };

/**
 * Checks the settings, begins to observe, opens and migrates the database, starts the jobs; from then on signals end the
 * process in good order. A wrong setting ends it with a sentence.
 */
export async function startPortal(): Promise<void> {
  if (held.portalStarted) return;
  held.portalStarted = true;
  try {
    const settings = env();
    // next-auth reads its own variable for the address that cookies and redirects are made for.
    process.env.NEXTAUTH_URL = settings.PORTAL_URL;
    await startObserving();
    await getDatabase();
    rememberOutside();
    if (settings.JOBS === "inline") await startJobs();
  } catch (error) {
    log.fatal({ err: error }, "the portal can't start");
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    process.exit(1);
  }
  stopOnSignals();
}
