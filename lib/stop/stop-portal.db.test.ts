import { type ChildProcess, spawn } from "node:child_process";
import { randomInt } from "node:crypto";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { createInterface } from "node:readline";
import { setTimeout as wait } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { z } from "zod";
import { getDb } from "@/lib/db/client";
import { json, startFakeIon } from "@/lib/ion/testing/fake-ion";

// Whole processes that get signals, with a pass over a list that never ends.

const ROOT = fileURLToPath(new URL("../../", import.meta.url));
const PROCESSES_MS = 100_000;
const onServer = process.env.DATABASE_URL !== undefined;
const folder = mkdtempSync(path.join(tmpdir(), "portal-stops-"));
const children = new Set<ChildProcess>();
let ion: Awaited<ReturnType<typeof startFakeIon>>;
let pages = 0;

beforeAll(async () => {
  await getDb();
  ion = await startFakeIon();
  ion.otherwise(async (response, request) => {
    if (request.url.startsWith("/oauth")) {
      const tokens = { access_token: "a", refresh_token: "r", expires_in: 7200, token_type: "Bearer" };
      return json(200, tokens)(response, request);
    }
    await wait(100);
    if (!request.url.includes("/customers?")) return json(200, {})(response, request);
    pages += 1;
    const customers = [{ name: `accounts/1/customers/${pages}`, customerOrganization: `Customer ${pages}` }];
    json(200, { customers, nextPageToken: `page-${pages}` })(response, request);
  });
});
afterAll(async () => {
  for (const child of children) child.kill("SIGKILL");
  await ion.stop();
  rmSync(folder, { recursive: true, force: true });
});

const readiness = z.object({ ready: z.boolean(), reason: z.string().optional() });

function startProcess(ionAccountId: string, mode: "run" | "look", graceSeconds = 0) {
  const child = spawn(
    process.execPath,
    [
      "--import",
      "./scripts/lib/outside-next.mjs",
      "--import",
      "tsx",
      "lib/stop/testing/stopping-process.ts",
      ionAccountId,
      mode,
    ],
    {
      cwd: ROOT,
      env: {
        ...process.env,
        ION_BASE_URL: ion.baseUrl,
        LOG_LEVEL: "info",
        SHUTDOWN_GRACE_SECONDS: String(graceSeconds),
        ...(onServer ? {} : { PORTAL_DATA_DIR: path.join(folder, ionAccountId) }),
      },
      stdio: ["ignore", "pipe", "inherit"],
    },
  );
  children.add(child);
  const lines: Record<string, unknown>[] = [];
  createInterface({ input: child.stdout }).on("line", (line) => lines.push(JSON.parse(line)));
  const ended = once(child, "close").then(([code]) => Number(code));
  return { child, lines, ended };
}

async function until<T>(read: () => T | undefined | false): Promise<T> {
  for (let tries = 0; tries < PROCESSES_MS / 50; tries += 1) {
    const value = read();
    if (value !== undefined && value !== false) return value;
    await wait(50);
  }
  throw new Error("it did not happen");
}

function said(lines: Record<string, unknown>[], name: string, value: string): boolean {
  return lines.some((line) => line[name] === value);
}

async function startServing(ionAccountId: string, graceSeconds = 0) {
  const running = startProcess(ionAccountId, "run", graceSeconds);
  const port = await until(() => running.lines.find((line) => "port" in line)?.port);
  return { ...running, url: `http://127.0.0.1:${port}` };
}

test(
  "SIGTERM: not ready first, then what is in flight ends, a pass keeps its place and gives its lease back, code 0",
  async () => {
    const account = String(randomInt(20_000, 2_000_000_000));
    const before = pages;
    const { child, lines, ended, url } = await startServing(account, 2);
    expect((await fetch(`${url}/ready`)).status).toBe(200);
    const stream = fetch(`${url}/stream`).then((response) => response.text());
    await until(() => pages > before + 3);
    const slow = fetch(`${url}/slow?ms=4000`).then((response) => response.text());
    await until(() => said(lines, "asked", "/stream") && said(lines, "asked", "/slow"));

    child.kill("SIGTERM");
    await until(() => said(lines, "event", "stopping"));
    const told = await fetch(`${url}/ready`);
    expect(told.status).toBe(503);
    expect(readiness.parse(await told.json())).toEqual({ ready: false, reason: "stopping" });
    await vi.waitFor(() => expect(fetch(`${url}/ready`)).rejects.toThrow(), {
      timeout: PROCESSES_MS,
      interval: 50,
    });
    expect(said(lines, "event", "stopped")).toBe(false);

    expect(await slow).toBe("whole");
    expect(await stream).toContain("the end");
    expect(await ended).toBe(0);
    expect(lines.some((line) => "late" in line)).toBe(true);
    expect(lines.at(-1)).toMatchObject({ event: "stopped", clean: true });

    const after = startProcess(account, "look");
    await after.ended;
    const left = z
      .object({
        leases: z.number(),
        runs: z.array(
          z.object({ resource: z.string(), state: z.string(), checkpoint: z.string().nullable() }),
        ),
      })
      .parse(after.lines.at(-1));
    expect(left.leases).toBe(0);
    const pass = left.runs.find(({ resource }) => resource === "customers");
    expect(pass).toMatchObject({ state: "running", checkpoint: expect.stringMatching(/^from:page-\d+$/) });
  },
  PROCESSES_MS,
);

test(
  "a second signal ends the process at once",
  async () => {
    const { child, lines, ended, url } = await startServing(String(randomInt(20_000, 2_000_000_000)));
    const slow = fetch(`${url}/slow?ms=60000`).catch(() => "cut");
    await until(() => said(lines, "asked", "/slow"));
    child.kill("SIGTERM");
    await until(() => said(lines, "event", "stopping"));
    // Two signals within half a second are one press.
    await wait(600);
    expect(child.exitCode).toBeNull();
    child.kill("SIGTERM");
    expect(await ended).toBe(128 + 15);
    expect(said(lines, "event", "stopped")).toBe(false);
    expect(await slow).toBe("cut");
  },
  PROCESSES_MS,
);
