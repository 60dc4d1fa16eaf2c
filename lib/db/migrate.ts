import "server-only";
import path from "node:path";
import { drizzle } from "drizzle-orm/node-postgres";
import { migrate } from "drizzle-orm/node-postgres/migrator";
import type pg from "pg";

/** Any number; the same one in every replica. */
export const MIGRATION_LOCK = 4_010_001;

/** Brings the schema up to date. On a server only one replica at a time does it; the others wait and find it done. */
export async function migrateDatabase(pool: pg.Pool): Promise<void> {
  const migrationsFolder = path.join(/* turbopackIgnore: true */ process.cwd(), "lib/db/migrations");
  const client = await pool.connect();
  try {
    await client.query("SELECT pg_advisory_lock($1)", [MIGRATION_LOCK]);
    await migrate(drizzle(client), { migrationsFolder });
    await client.query("SELECT pg_advisory_unlock($1)", [MIGRATION_LOCK]);
  } catch (error) {
    // The lock ends with its connection, which may be broken; one that is not given back would keep the pool from closing.
    client.release(true);
    throw error;
  }
  client.release();
}
