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

// Whole processes, as replicas are: two at the same time, and killed without a word. The embedded database belongs to one
// process at a time, so there the replicas come one after the other.

const ROOT = fileURLToPath(new URL("../../../", import.meta.url));
const onServer = process.env.DATABASE_URL !== undefined;
const folder = mkdtempSync(path.join(tmpdir(), "portal-replicas-"));
const children = new Set<ChildProcess>();
const PROCESSES_MS = 110_000;

afterAll(() => {
  for (const child of children) child.kill("SIGKILL");
  rmSync(folder, { recursive: true, force: true });
});

const sentLine = z.object({ sent: z.string() });
const endLine = z.object({ states: z.array(z.string()) });

type Replica = { sent: string[]; states: string[] | undefined };

function replica(
  account: string,
  options: {
    open?: number;
    answerAfterMs?: number;
    mode?: "send" | "open-only" | "leases-ran-out";
    killAfter?: number;
  } = {},
): Promise<Replica> {
  const child = spawn(
    process.execPath,
    [
      "--import",
      "./scripts/lib/outside-next.mjs",
      "--import",
      "tsx",
      "lib/orders/testing/sender-process.ts",
      account,
      String(options.open ?? 0),
      String(options.answerAfterMs ?? 0),
      options.mode ?? "send",
    ],
    {
      cwd: ROOT,
      env: { ...process.env, ...(onServer ? {} : { PORTAL_DATA_DIR: path.join(folder, account) }) },
      stdio: ["ignore", "pipe", "inherit"],
    },
  );
  children.add(child);
  const story: Replica = { sent: [], states: undefined };
  createInterface({ input: child.stdout }).on("line", (line) => {
    const said: unknown = JSON.parse(line);
    const sent = sentLine.safeParse(said);
    if (!sent.success) story.states = endLine.parse(said).states;
    else if (story.sent.push(sent.data.sent) === options.killAfter) child.kill("SIGKILL");
  });
  return once(child, "close").then(() => story);
}

function newAccount(): string {
  return String(randomInt(20_000, 2_000_000_000));
}

async function together(account: string): Promise<Replica[]> {
  await getDb();
  await replica(account, { open: 30, mode: "open-only" });
  return Promise.all([replica(account, { answerAfterMs: 20 }), replica(account, { answerAfterMs: 20 })]);
}

test(
  "two replicas send each order once between them",
  async () => {
    const account = newAccount();
    const both = onServer
      ? await together(account)
      : [await replica(account, { open: 30 }), await replica(account)];
    const sent = both.flatMap((one) => one.sent);
    expect(sent).toHaveLength(30);
    expect(new Set(sent).size).toBe(30);
    // Two that started together share the work, or the test shows nothing.
    if (onServer) expect(both.every((one) => one.sent.length > 0)).toBe(true);
  },
  PROCESSES_MS,
);

test(
  "what a replica was sending when it was killed is never sent again",
  async () => {
    const account = newAccount();
    const killed = await replica(account, { open: 6, answerAfterMs: 60_000, killAfter: 2 });
    expect(killed.states).toBeUndefined();
    const next = await replica(account, { mode: "leases-ran-out" });
    const sent = [...killed.sent, ...next.sent];
    expect(new Set(sent).size).toBe(sent.length);
    const states = next.states ?? [];
    const unknown = states.filter((state) => state === "unknown");
    expect(states).toHaveLength(6);
    expect(states.filter((state) => state === "placed")).toHaveLength(next.sent.length);
    expect(unknown).toHaveLength(6 - next.sent.length);
    // One more may have been about to leave: then nobody can know.
    expect(unknown.length).toBeGreaterThanOrEqual(killed.sent.length);
  },
  PROCESSES_MS,
);
