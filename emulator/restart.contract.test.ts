import { type ChildProcess, spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { newCustomer, newTenant, order } from "./testing/orders";
import { A, startTestEmulator } from "./testing/test-emulator";

let dataDir: string;
beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), "ion-emulator-"));
});
afterEach(() => rmSync(dataDir, { recursive: true, force: true }));

describe("a restart", () => {
  test("keeps customers, tokens, the clock, and orders go on where they were", async () => {
    const first = await startTestEmulator({ dataDir });
    const customerId = await newCustomer(first);
    const placed = await order(first, customerId, { attributes: newTenant("restart") });
    const { orderId } = placed.body as { orderId: string };
    const refresh = await first.refreshToken();
    await first.later(4);
    expect(first.running.refreshToken).toBeDefined();
    await first.close();

    const second = await startTestEmulator({ dataDir });
    expect(second.running.refreshToken).toBeUndefined();
    expect((await second.control("GET", "/clock")).body).toMatchObject({ now: "2026-03-10T09:00:04Z" });
    const headers = { authorization: `Bearer ${first.accessToken}` };
    const path = `${A}/customers/${customerId}/orders/${orderId}`;
    expect((await second.raw(path, { headers })).body).toMatchObject({ status: "IN_PROGRESS" });
    await second.later(2);
    expect((await second.raw(path, { headers })).body).toMatchObject({ status: "COMPLETED" });
    const form = new URLSearchParams({ grant_type: "refresh_token", refresh_token: refresh });
    expect((await second.raw("/oauth/token", { method: "POST", body: form })).status).toBe(200);
    await second.close();
  });

  test("--fresh starts over; another scale or seed is refused with a sentence", async () => {
    const first = await startTestEmulator({ dataDir });
    const customerId = await newCustomer(first);
    await first.close();
    await expect(startTestEmulator({ dataDir, seed: 2 })).rejects.toThrow(
      /seed 1, not demo and 2\. Add --fresh/,
    );
    const fresh = await startTestEmulator({ dataDir, fresh: true });
    expect((await fresh.get(`${A}/customers/${customerId}`)).status).toBe(404);
    await fresh.close();
  });
});

test("data of another version is refused with a sentence, and --fresh replaces it", async () => {
  const { DatabaseSync } = await import("node:sqlite");
  const old = new DatabaseSync(join(dataDir, "ion.sqlite"));
  old.exec("CREATE TABLE customers (customer_id INTEGER PRIMARY KEY)");
  old.close();
  await expect(startTestEmulator({ dataDir })).rejects.toThrow(
    /made by another version of the emulator\. Add --fresh/,
  );
  const fresh = await startTestEmulator({ dataDir, fresh: true });
  expect((await fresh.get(`${A}/customers?pageSize=1`)).status).toBe(200);
  await fresh.close();
});

type Run = { child: ChildProcess; output: () => string; ended: Promise<number | null> };

function run(...args: string[]): Run {
  const child = spawn(process.execPath, ["--import", "tsx", "emulator/main.ts", ...args], {
    stdio: ["ignore", "pipe", "pipe"],
  });
  let text = "";
  child.stdout?.on("data", (chunk: Buffer) => {
    text += chunk.toString();
  });
  child.stderr?.on("data", (chunk: Buffer) => {
    text += chunk.toString();
  });
  const ended = new Promise<number | null>((resolve) => child.once("exit", (code) => resolve(code)));
  return { child, output: () => text, ended };
}

async function untilReady({ output }: Run): Promise<string> {
  for (let n = 0; n < 300; n += 1) {
    // Both lines: the one with the address can be here before the one about tokens.
    const url = /listening on (http:\S+) .*\n.+\n/.exec(output())?.[1];
    if (url) return url;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error(`not ready: ${output()}`);
}

describe("the command line", () => {
  test("prints one line when ready and a token at first start, and stops on SIGTERM with exit code 0", async () => {
    const started = run("--port", "0", "--data", dataDir);
    const url = await untilReady(started);
    expect(started.output()).toMatch(
      /^Ion emulator listening on http:\/\/127\.0\.0\.1:\d+ \(scale demo, account 10001\)\nRefresh token/,
    );
    expect((await fetch(`${url}/_emulator/clock`)).status).toBe(200);
    started.child.kill("SIGTERM");
    expect(await started.ended).toBe(0);
    await expect(fetch(`${url}/_emulator/clock`)).rejects.toThrow();
  });

  test("a taken port is one plain sentence and exit code 1", async () => {
    const server = createServer();
    const port = await new Promise<number>((resolve) =>
      server.listen(0, "127.0.0.1", () => {
        const address = server.address();
        resolve(typeof address === "object" && address ? address.port : 0);
      }),
    );
    const started = run("--port", String(port), "--data", "memory");
    expect(await started.ended).toBe(1);
    expect(started.output()).toBe(
      `Port ${port} is taken by another program. Choose another one with --port.\n`,
    );
    server.close();
  });

  test("a wrong argument is one plain sentence and exit code 1", async () => {
    const started = run("--scale", "huge");
    expect(await started.ended).toBe(1);
    expect(started.output()).toBe("--scale is one of demo, medium, large.\n");
  });
});
