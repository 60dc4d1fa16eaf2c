import { startPortal } from "@/lib/start-portal";

// npm run worker: the jobs in a process of their own, beside portals that run with JOBS=off. Needs DATABASE_URL, since
// the embedded database belongs to one process.
if (!process.env.DATABASE_URL) {
  process.stderr.write(
    "The worker needs DATABASE_URL: the embedded database belongs to the portal's process.\n",
  );
  process.exit(1);
}
process.env.JOBS = "inline";
await startPortal();
