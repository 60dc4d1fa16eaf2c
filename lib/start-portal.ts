import "server-only";
import { closeDatabase, getDatabase } from "./db/client";
import { env } from "./env";
import { startJobs, stopJobs } from "./jobs/runner";
import { log } from "./log";

const held = globalThis as typeof globalThis & { portalStarted?: boolean };

/** Checks the settings, opens and migrates the database, starts the jobs. A wrong setting ends the process with a sentence. */
export async function startPortal(): Promise<void> {
  if (held.portalStarted) return;
  held.portalStarted = true;
  try {
    const settings = env();
    // next-auth reads its own variable for the address that cookies and redirects are made for.
    process.env.NEXTAUTH_URL = settings.PORTAL_URL;
    await getDatabase();
    if (settings.JOBS === "inline") await startJobs();
  } catch (error) {
    log.fatal({ err: error }, "the portal can't start");
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    process.exit(1);
  }
  for (const signal of ["SIGTERM", "SIGINT"] as const) {
    process.once(signal, () => {
      stopJobs()
        .then(closeDatabase)
        .catch((error) => log.error({ err: error }, "stopping failed"));
    });
  }
}
