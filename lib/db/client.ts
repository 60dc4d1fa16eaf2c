import "server-only";
import { mkdirSync } from "node:fs";
import path from "node:path";
import { drizzle } from "drizzle-orm/node-postgres";
import type { PgDatabase, PgQueryResultHKT } from "drizzle-orm/pg-core";
import pg from "pg";
import { env } from "@/lib/env";
import { migrateDatabase } from "./migrate";
import { openPglite } from "./open-pglite";
import * as tables from "./schema/tables";

/** Drizzle over either database: same SQL, same types. */
export type Db = PgDatabase<PgQueryResultHKT, typeof tables>;

/** The open database: a server, or PGlite in this process. */
export type Database = {
  kind: "pglite" | "postgres";
  db: Db;
  /** Connections to it; PGlite has a single one. */
  pool: pg.Pool;
  /** Runs `hook` before the pool closes, which waits for every connection that is out. */
  beforeClose: (hook: () => void) => void;
  close: () => Promise<void>;
};

// On globalThis, because the development server loads modules anew and a second PGlite on one folder corrupts it.
const held = globalThis as typeof globalThis & { portalDatabase?: Promise<Database> };

async function open(): Promise<Database> {
  const { DATABASE_URL, PORTAL_DATA_DIR } = env();
  const { pool, close } = DATABASE_URL ? openServer(DATABASE_URL) : await openEmbedded(PORTAL_DATA_DIR);
  // A connection broke while nobody used it: the pool has dropped it and makes a new one when it is needed. Not heard, it
  // would be an uncaught error; whether the database is away the next question tells.
  pool.on("error", () => {});
  try {
    await migrateDatabase(pool);
  } catch (error) {
    // The next try opens the folder, or its connections, anew.
    await close();
    throw error;
  }
  const hooks: (() => void)[] = [];
  return {
    kind: DATABASE_URL ? "postgres" : "pglite",
    db: drizzle(pool, { schema: tables }),
    pool,
    beforeClose: (hook) => hooks.push(hook),
    close: async () => {
      for (const hook of hooks) hook();
      await close();
    },
  };
}

function openServer(connectionString: string) {
  const pool = new pg.Pool({ connectionString, max: 10, application_name: "ion-reseller-portal" });
  return { pool, close: () => pool.end() };
}

async function openEmbedded(directory: string) {
  const inMemory = directory === "memory://";
  const folder = inMemory ? directory : path.resolve(/* turbopackIgnore: true */ directory);
  if (!inMemory) mkdirSync(folder, { recursive: true });
  return openPglite(folder);
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
