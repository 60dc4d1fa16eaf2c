import { type ChildProcess, spawn } from "node:child_process";
import { randomInt } from "node:crypto";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { afterAll, expect, test } from "vitest";
import { z } from "zod";
import { getDb } from "@/lib/db/client";

// Whole processes, as a server's are: killed without a word, and two at the same time.

const ROOT = fileURLToPath(new URL("../../", import.meta.url));
const onServer = process.env.DATABASE_URL !== undefined;
const folder = mkdtempSync(path.join(tmpdir(), "portal-passes-"));
const children = new Set<ChildProcess>();
const PROCESSES_MS = 110_000;

afterAll(() => {
  for (const child of children) child.kill("SIGKILL");
  rmSync(folder, { recursive: true, force: true });
});

const pageLine = z.object({ page: z.string().nullable() });
const endLine = z.object({
  outcome: z.object({ state: z.string(), rows: z.number(), inserted: z.number(), missing: z.number() }),
  asked: z.array(z.string().nullable()),
  rows: z.number(),
});

/** Starts a pass in a process of its own. `onPage` hears of each page before it is answered. */
function startPass(
  ionAccountId: string,
  options: { pauseMs?: number; leaseRanOut?: boolean; onPage?: (page: number, child: ChildProcess) => void },
) {
  const child = spawn(
    process.execPath,
    [
      "--conditions=react-server",
      "--import",
      "tsx",
      "lib/mirror/testing/pass-process.ts",
      ionAccountId,
      String(options.pauseMs ?? 0),
      options.leaseRanOut ? "lease-ran-out" : "",
    ],
    {
      cwd: ROOT,
      env: { ...process.env, ...(onServer ? {} : { PORTAL_DATA_DIR: path.join(folder, ionAccountId) }) },
      stdio: ["ignore", "pipe", "inherit"],
    },
  );
  children.add(child);
  let end: z.infer<typeof endLine> | undefined;
  let pages = 0;
  createInterface({ input: child.stdout }).on("line", (line) => {
    const said: unknown = JSON.parse(line);
    if (pageLine.safeParse(said).success) {
      pages += 1;
      options.onPage?.(pages, child);
    } else end = endLine.parse(said);
  });
  return once(child, "close").then(() => end);
}

function newAccount(): string {
  return String(randomInt(20_000, 2_000_000_000));
}

test(
  "a pass that was killed goes on at its checkpoint, when its lease has run out",
  async () => {
    const account = newAccount();
    const killed = await startPass(account, {
      pauseMs: 50,
      onPage: (page, child) => {
        if (page === 6) child.kill("SIGKILL");
      },
    });
    expect(killed).toBeUndefined();
    const early = await startPass(account, {});
    expect(early?.outcome.state).toBe("busy");
    const late = await startPass(account, { leaseRanOut: true });
    expect(late?.outcome).toMatchObject({ state: "done", rows: 100, inserted: 100, missing: 0 });
    expect(late?.rows).toBe(100);
    // From where the dead process had stood: not from the beginning, and no page left out.
    const from = Number(late?.asked[0] ?? "0");
    expect(from).toBeGreaterThanOrEqual(30);
    expect(from).toBeLessThanOrEqual(50);
  },
  PROCESSES_MS,
);

// The embedded database belongs to one process: only a server can be shared by two.
if (onServer) {
  test(
    "of two replicas that start at the same time one syncs, and the other is told so",
    async () => {
      await getDb();
      const account = newAccount();
      // Long enough for the other process to come up, however busy the machine is.
      const both = await Promise.all([
        startPass(account, { pauseMs: 1_500 }),
        startPass(account, { pauseMs: 1_500 }),
      ]);
      const states = both.map((end) => end?.outcome.state).sort();
      expect(states).toEqual(["busy", "done"]);
      const busy = both.find((end) => end?.outcome.state === "busy");
      expect(busy?.asked).toEqual([]);
    },
    PROCESSES_MS,
  );
}
