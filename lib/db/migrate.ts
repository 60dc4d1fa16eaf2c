import "server-only";
import path from "node:path";
import type { PGlite } from "@electric-sql/pglite";
import { drizzle as drizzlePg } from "drizzle-orm/node-postgres";
import { migrate as migratePg } from "drizzle-orm/node-postgres/migrator";
import { drizzle as drizzlePglite } from "drizzle-orm/pglite";
import { migrate as migratePglite } from "drizzle-orm/pglite/migrator";
import type pg from "pg";

/** Any number; the same one in every replica. */
const MIGRATION_LOCK = 4_010_001;

type Target = { kind: "pglite"; pglite: PGlite } | { kind: "postgres"; pool: pg.Pool };

/** Brings the schema up to date. On a server only one replica at a time does it; the others wait and find it done. */
export async function migrateDatabase(target: Target): Promise<void> {
  const migrationsFolder = path.join(/* turbopackIgnore: true */ process.cwd(), "lib/db/migrations");
  if (target.kind === "pglite") {
    await migratePglite(drizzlePglite(target.pglite), { migrationsFolder });
    return;
  }
  const client = await target.pool.connect();
  try {
    await client.query("SELECT pg_advisory_lock($1)", [MIGRATION_LOCK]);
    await migratePg(drizzlePg(client), { migrationsFolder });
  } finally {
    await client.query("SELECT pg_advisory_unlock($1)", [MIGRATION_LOCK]);
    client.release();
  }
}
