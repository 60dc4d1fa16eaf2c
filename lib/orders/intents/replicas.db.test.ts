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

const line = z.union([
  z.object({ ready: z.literal(true) }),
  z.object({ sent: z.string() }),
  z.object({ states: z.array(z.string()) }),
]);

type Replica = { sent: string[]; states: string[] | undefined };
type ReplicaOptions = {
  open?: number;
  answerAfterMs?: number;
  mode?: "send" | "send-when-told" | "open-only" | "leases-ran-out";
  killAfter?: number;
};

function startReplica(account: string, options: ReplicaOptions) {
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
      stdio: ["pipe", "pipe", "inherit"],
    },
  );
  children.add(child);
  const story: Replica = { sent: [], states: undefined };
  const { promise: ready, resolve } = Promise.withResolvers<void>();
  createInterface({ input: child.stdout }).on("line", (text) => {
    const said = line.parse(JSON.parse(text));
    if ("ready" in said) resolve();
    else if ("states" in said) story.states = said.states;
    else if (story.sent.push(said.sent) === options.killAfter) child.kill("SIGKILL");
  });
  return { ready, begin: () => child.stdin.write("\n"), ended: once(child, "close").then(() => story) };
}

function replica(account: string, options: ReplicaOptions = {}): Promise<Replica> {
  return startReplica(account, options).ended;
}

function newAccount(): string {
  return String(randomInt(20_000, 2_000_000_000));
}

async function together(account: string): Promise<Replica[]> {
  await getDb();
  await replica(account, { open: 30, mode: "open-only" });
  const both = [1, 2].map(() => startReplica(account, { answerAfterMs: 100, mode: "send-when-told" }));
  await Promise.all(both.map(({ ready }) => ready));
  for (const { begin } of both) begin();
  return Promise.all(both.map(({ ended }) => ended));
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
