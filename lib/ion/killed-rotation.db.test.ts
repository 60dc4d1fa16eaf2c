import { type ChildProcess, spawn } from "node:child_process";
import { randomInt } from "node:crypto";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { afterAll, afterEach, beforeEach, expect, test } from "vitest";
import { z } from "zod";
import { getDb } from "@/lib/db/client";
import { startTokenServer } from "./testing/token-server";

// Whole processes, as replicas are: killed without a word, and several at the same time.

const ROOT = fileURLToPath(new URL("../../", import.meta.url));
const onServer = process.env.DATABASE_URL !== undefined;
const folder = mkdtempSync(path.join(tmpdir(), "portal-rotations-"));
const children = new Set<ChildProcess>();
const PROCESSES_MS = 90_000;
const LEASE_MS = 8_000;

let ion: Awaited<ReturnType<typeof startTokenServer>>;
let account: string;

beforeEach(async () => {
  ion = await startTokenServer("refresh-0");
  account = String(randomInt(20_000, 2_000_000_000));
});

afterEach(() => ion.stop());

afterAll(() => {
  for (const child of children) child.kill("SIGKILL");
  rmSync(folder, { recursive: true, force: true });
});

const upLine = z.object({ up: z.literal(true) });
const renewalLine = z.object({ renewal: z.number(), failed: z.string().nullable() });
const endLine = z.object({
  state: z.string(),
  reason: z.string().nullable(),
  leaseOwner: z.string().nullable(),
});

/** Starts a process that renews the account's tokens so often. `first` is the token it begins with, if it is the first one. */
function startRotating(times: number, first = "") {
  const script = "lib/ion/testing/rotation-process.ts";
  const child = spawn(
    process.execPath,
    ["--conditions=react-server", "--import", "tsx", script, account, String(times), first],
    {
      cwd: ROOT,
      env: {
        ...process.env,
        ION_BASE_URL: ion.url,
        ...(onServer ? {} : { PORTAL_DATA_DIR: path.join(folder, account) }),
      },
      stdio: ["ignore", "pipe", "inherit"],
    },
  );
  children.add(child);
  const failures: (string | null)[] = [];
  let end: z.infer<typeof endLine> | undefined;
  let upAt = 0;
  const lines = createInterface({ input: child.stdout });
  lines.on("line", (line) => {
    const said: unknown = JSON.parse(line);
    const renewal = renewalLine.safeParse(said);
    if (upLine.safeParse(said).success) upAt = Date.now();
    else if (renewal.success) failures.push(renewal.data.failed);
    else if (endLine.safeParse(said).success) end = endLine.parse(said);
  });
  return { child, ended: once(child, "close").then(() => ({ end, failures, upAt })) };
}

test(
  "a process that is killed while it renews gives way to the next one within its lease, not to two",
  async () => {
    ion.behaviour.delayMs = 60_000;
    const { child, ended } = startRotating(1, "refresh-0");
    await ion.arrival();
    child.kill("SIGKILL");
    const killedAt = Date.now();
    expect((await ended).end).toBeUndefined();
    ion.behaviour.delayMs = 0;
    const { end, failures, upAt } = await startRotating(1).ended;
    expect(failures).toEqual([null]);
    expect(end).toEqual({ state: "ok", reason: null, leaseOwner: null });
    expect(ion.seen).toMatchObject({ spent: ["refresh-0"], refused: [], mostAtOnce: 1 });
    const [, takenOverAt = 0] = ion.seen.arrivedAt;
    // On a slow machine the next process is there only after the lease has ended.
    expect(takenOverAt - Math.max(killedAt + LEASE_MS, upAt)).toBeLessThan(2_000);
  },
  PROCESSES_MS,
);

test(
  "a token that was spent by a process that never heard the answer is lost, and the next process says so",
  async () => {
    const { ended } = startRotating(1, "refresh-long-spent");
    const { end, failures } = await ended;
    expect(failures[0]).toContain("connection-lost");
    expect(end).toMatchObject({ state: "lost", reason: "cannot validate token", leaseOwner: null });
  },
  PROCESSES_MS,
);

// The embedded database belongs to one process: only a server can be shared by several.
if (onServer) {
  test(
    "several processes that renew all the time spend each token once, one after the other",
    async () => {
      await getDb();
      await startRotating(1, "refresh-0").ended;
      ion.behaviour.delayMs = 100;
      const results = await Promise.all([1, 2, 3].map(() => startRotating(6).ended));
      expect(results.flatMap(({ failures }) => failures)).toEqual(Array.from({ length: 18 }, () => null));
      expect(results.map(({ end }) => end?.state)).toEqual(["ok", "ok", "ok"]);
      expect(ion.seen.refused).toEqual([]);
      expect(ion.seen.mostAtOnce).toBe(1);
      expect(new Set(ion.seen.spent).size).toBe(ion.seen.spent.length);
      expect(ion.seen.spent.length).toBeGreaterThan(6);
    },
    PROCESSES_MS,
  );

  test(
    "a slow Ion keeps the lease with the process that waits for it, longer than the lease lasts",
    async () => {
      await getDb();
      await startRotating(1, "refresh-0").ended;
      ion.behaviour.delayMs = LEASE_MS + 4_000;
      const first = startRotating(1);
      await ion.arrival();
      const second = startRotating(1);
      const results = await Promise.all([first.ended, second.ended]);
      expect(results.map(({ failures }) => failures)).toEqual([[null], [null]]);
      expect(ion.seen.mostAtOnce).toBe(1);
      expect(ion.seen.refused).toEqual([]);
    },
    PROCESSES_MS,
  );
}
