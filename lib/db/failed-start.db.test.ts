import pg from "pg";
import { expect, test, vi } from "vitest";
import { closeDatabase, getDatabase } from "./client";
import { MIGRATION_LOCK } from "./migrate";
import { openPglite } from "./open-pglite";

/** Asks the test's database while the portal has not opened it. */
async function ask(sql: string, values: unknown[] = []): Promise<Record<string, unknown>[]> {
  const { DATABASE_URL, PORTAL_DATA_DIR = "" } = process.env;
  if (!DATABASE_URL) {
    const { pool, close } = await openPglite(PORTAL_DATA_DIR);
    const { rows } = await pool.query(sql, values);
    await close();
    return rows;
  }
  const client = new pg.Client({ connectionString: DATABASE_URL });
  await client.connect();
  const { rows } = await client.query(sql, values);
  await client.end();
  return rows;
}

test("a database that could not be brought up to date is closed, and opened anew when the cause is gone", async () => {
  await getDatabase();
  await closeDatabase();
  const [last] = await ask(
    "DELETE FROM drizzle.__drizzle_migrations WHERE id = (SELECT max(id) FROM drizzle.__drizzle_migrations) RETURNING *",
  );
  const closed = vi.spyOn(pg.Pool.prototype, "end");
  // What the last migration does is done already.
  await expect(getDatabase()).rejects.toThrow();
  expect(closed).toHaveBeenCalledOnce();
  closed.mockRestore();

  await ask("INSERT INTO drizzle.__drizzle_migrations (hash, created_at) VALUES ($1, $2)", [
    last?.hash,
    last?.created_at,
  ]);
  const { pool } = await getDatabase();
  expect((await pool.query("SELECT count(*)::int AS n FROM users")).rows).toEqual([{ n: 0 }]);
});

// Only a server's connection can be cut from outside.
if (process.env.DATABASE_URL) {
  test("a connection that is cut while the schema is looked at fails the start, and the next one works", async () => {
    await closeDatabase();
    const other = new pg.Client({ connectionString: process.env.DATABASE_URL });
    await other.connect();
    await other.query("SELECT pg_advisory_lock($1)", [MIGRATION_LOCK]);
    const starts = expect(getDatabase()).rejects.toThrow();
    await vi.waitFor(async () => {
      const { rowCount } = await other.query(
        `SELECT pg_terminate_backend(pid) FROM pg_locks JOIN pg_database ON pg_database.oid = database
         WHERE locktype = 'advisory' AND NOT granted AND datname = current_database()`,
      );
      expect(rowCount).toBe(1);
    });
    await starts;
    await other.end();
    const { pool } = await getDatabase();
    expect((await pool.query("SELECT 1 AS n")).rows).toEqual([{ n: 1 }]);
  });
}
