import { afterAll, expect, test, vi } from "vitest";
import { type Database, getDatabase } from "./client";
import { listen, notify } from "./notify";

const heard: string[] = [];
const stopped = listen("mirror_changed", (payload) => heard.push(payload));
afterAll(async () => (await stopped)());

/** Embedded, a question that fails ends its connection; a server's can be cut. */
const BREAK: Record<Database["kind"], string> = {
  pglite: "select 1 / 0",
  postgres:
    "select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()",
};

test("a message is heard when its transaction is done, and not when it failed", async () => {
  await stopped;
  const { db } = await getDatabase();
  await db.transaction(async (tx) => notify(tx, "mirror_changed", "one"));
  const failed = db.transaction(async (tx) => {
    await notify(tx, "mirror_changed", "never");
    throw new Error("no");
  });
  await expect(failed).rejects.toThrow("no");
  await notify(db, "mirror_changed", "two");
  await vi.waitFor(() => expect(heard).toEqual(["one", "two"]));
});

test("after connections broke, questions are answered and messages heard again", async () => {
  await stopped;
  const { kind, pool, db } = await getDatabase();
  await pool.query(BREAK[kind]).catch(() => {});
  await vi.waitFor(
    async () => {
      await notify(db, "mirror_changed", "after");
      expect(heard).toContain("after");
    },
    { timeout: 10_000, interval: 200 },
  );
});
