import "server-only";
import { mkdirSync } from "node:fs";
import path from "node:path";
import type { PGlite } from "@electric-sql/pglite";
import { drizzle as drizzlePg } from "drizzle-orm/node-postgres";
import type { PgDatabase, PgQueryResultHKT } from "drizzle-orm/pg-core";
import { drizzle as drizzlePglite } from "drizzle-orm/pglite";
import pg from "pg";
import { env } from "@/lib/env";
import { migrateDatabase } from "./migrate";
import { openPglite } from "./open-pglite";
import * as tables from "./schema/tables";

/** Drizzle over either database: same SQL, same types. */
export type Db = PgDatabase<PgQueryResultHKT, typeof tables>;

/** The open database and what its kind needs: jobs bring their own SQL, tests and shutdown close it. */
export type Database =
  | { kind: "pglite"; db: Db; pglite: PGlite; close: () => Promise<void> }
  | {
      kind: "postgres";
      db: Db;
      pool: pg.Pool;
      /** Runs `hook` before the pool closes, which waits for every connection that is out. */
      beforeClose: (hook: () => void) => void;
      close: () => Promise<void>;
    };

// On globalThis, because the development server loads modules anew and a second PGlite on one folder corrupts it.
const held = globalThis as typeof globalThis & { portalDatabase?: Promise<Database> };

async function open(): Promise<Database> {
  const { DATABASE_URL, PORTAL_DATA_DIR } = env();
  if (DATABASE_URL) {
    const pool = new pg.Pool({
      connectionString: DATABASE_URL,
      max: 10,
      application_name: "ion-reseller-portal",
    });
    const db = drizzlePg(pool, { schema: tables });
    await migrateDatabase({ kind: "postgres", pool });
    const hooks: (() => void)[] = [];
    return {
      kind: "postgres",
      db,
      pool,
      beforeClose: (hook) => hooks.push(hook),
      close: async () => {
        for (const hook of hooks) hook();
        await pool.end();
      },
    };
  }
  const inMemory = PORTAL_DATA_DIR === "memory://";
  const folder = inMemory ? PORTAL_DATA_DIR : path.resolve(/* turbopackIgnore: true */ PORTAL_DATA_DIR);
  if (!inMemory) mkdirSync(folder, { recursive: true });
  const pglite = await openPglite(folder);
  const db = drizzlePglite(pglite, { schema: tables });
  await migrateDatabase({ kind: "pglite", pglite });
  return { kind: "pglite", db, pglite, close: () => pglite.close() };
}

/** The process's one database, opened and migrated on first use; never at import time, since the build imports every module. */
export function getDatabase(): Promise<Database> {
  held.portalDatabase ??= open().catch((error) => {
    held.portalDatabase = undefined;
    throw error;
  });
  return held.portalDatabase;
}

/** The Drizzle handle of `getDatabase`. */
export async function getDb(): Promise<Db> {
  return (await getDatabase()).db;
}

/** Closes the database if it is open; the next `getDatabase` opens it again. */
export async function closeDatabase(): Promise<void> {
  const open = held.portalDatabase;
  held.portalDatabase = undefined;
  await (await open)?.close();
}
