import "server-only";
import { PGlite } from "@electric-sql/pglite";
import { pg_trgm } from "@electric-sql/pglite/contrib/pg_trgm";
import pg from "pg";
import { listenToAll } from "./channels";
import { PgliteStream } from "./pglite-stream";

/**
 * A pool on a PGlite in this process, which keeps its data in a folder, or in memory ("memory://"). The pool has one
 * connection, since PGlite has one session: a transaction keeps all others waiting. `close` ends both.
 */
export async function openPglite(folder: string): Promise<{ pool: pg.Pool; close: () => Promise<void> }> {
  const pglite = await PGlite.create(folder, { extensions: { pg_trgm } });
  const pool = new pg.Pool({
    stream: () => new PgliteStream(pglite),
    user: "postgres",
    database: "postgres",
    max: 1,
    onConnect: listenToAll,
    // To connect again would forget what is prepared and who listens.
    idleTimeoutMillis: 0,
  });
  return {
    pool,
    close: async () => {
      await pool.end();
      await pglite.close();
    },
  };
}
