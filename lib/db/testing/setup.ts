import { randomUUID } from "node:crypto";
import { cpSync, rmSync } from "node:fs";
import path from "node:path";
import pg from "pg";
import { afterAll } from "vitest";
import { closeDatabase } from "../client";

// Settings of a test's portal: an empty database of its own, in a folder or on the run's PostgreSQL server.
Object.assign(process.env, {
  PORTAL_URL: "http://127.0.0.1:3999",
  AUTH_SECRET: "test-secret-test-secret-test-secret-1",
  ENCRYPTION_KEYS: `test:${Buffer.alloc(32, 7).toString("base64")}`,
  ION_BASE_URL: process.env.ION_BASE_URL ?? "http://127.0.0.1:9",
  LOG_LEVEL: "silent",
});

const server = process.env.TEST_POSTGRES_URL;
const name = `test_${randomUUID().replaceAll("-", "")}`;
const folder = path.join(process.env.TEST_PGLITE_FOLDER ?? "", name);

async function onServer(...statements: string[]) {
  const client = new pg.Client({ connectionString: server });
  await client.connect();
  for (const sql of statements) await client.query(sql);
  await client.end();
}

/** A closed pool says goodbye to its connections one by one; one that is cut off meanwhile would fail the run. */
const goodbye = `DO $$ BEGIN
  FOR wait IN 1..100 LOOP
    EXIT WHEN NOT EXISTS (SELECT FROM pg_stat_activity WHERE datname = '${name}');
    PERFORM pg_sleep(0.02);
    PERFORM pg_stat_clear_snapshot();
  END LOOP;
END $$`;

if (server) {
  await onServer(`CREATE DATABASE ${name}`);
  const url = new URL(server);
  url.pathname = `/${name}`;
  process.env.DATABASE_URL = url.href;
} else {
  cpSync(path.join(folder, "../template"), folder, { recursive: true });
  process.env.PORTAL_DATA_DIR = folder;
}

afterAll(async () => {
  await closeDatabase();
  if (server) await onServer(goodbye, `DROP DATABASE ${name} WITH (FORCE)`);
  else rmSync(folder, { recursive: true, force: true });
});
