import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";

export interface EmulatorOptions {
  /** `name=value` pairs of the emulator's switches. */
  variants?: string[];
  /** Further command-line arguments, for example `["--rate-limit", "5"]`. */
  args?: string[];
}

export interface RunningEmulator {
  url: string;
  /** The account the seed belongs to. */
  accountId: string;
  /** A refresh token that nobody has used. Works once; ask `newRefreshToken` for another. */
  refreshToken: string;
  /** What "Request New Credentials" does in Ion's portal. */
  newRefreshToken(accountId?: string): Promise<string>;
  /** A call to the control surface: `control("POST", "/clock", { advanceSeconds: 60 })`. Throws when it is refused. */
  control<T = unknown>(method: "GET" | "POST" | "DELETE", path: string, body?: unknown): Promise<T>;
  stop(): Promise<void>;
}

const ROOT = fileURLToPath(new URL("../../../", import.meta.url));
const READY = /listening on (http:\/\/\S+) .*account (\d+)/;
const START_TIMEOUT_MS = 40_000;

/**
 * Starts the Ion emulator as a program of its own on a free port, with seeded data in memory, and waits until it
 * answers. For contract tests: stop it in `afterAll`.
 */
export async function startEmulator(options: EmulatorOptions = {}): Promise<RunningEmulator> {
  const variants = (options.variants ?? []).flatMap((variant) => ["--variant", variant]);
  const child = spawn(
    process.execPath,
    [
      "--import",
      "tsx",
      "emulator/main.ts",
      "--port",
      "0",
      "--data",
      "memory",
      ...variants,
      ...(options.args ?? []),
    ],
    { cwd: ROOT, stdio: ["ignore", "pipe", "pipe"] },
  );
  // A test run that ends early must leave no emulator behind.
  const onExit = () => child.kill("SIGKILL");
  process.once("exit", onExit);
  const stop = async () => {
    process.off("exit", onExit);
    await end(child);
  };
  try {
    const { url, accountId } = await ready(child);
    const control = controlOf(url);
    const newRefreshToken = async (account = accountId) => {
      const issued = await control<{ refreshToken: string }>("POST", "/tokens", { accountId: account });
      return issued.refreshToken;
    };
    return { url, accountId, refreshToken: await newRefreshToken(), newRefreshToken, control, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

function ready(child: ChildProcess): Promise<{ url: string; accountId: string }> {
  const { stdout, stderr } = child;
  if (!stdout || !stderr) throw new Error("The emulator has no output.");
  return new Promise((resolve, reject) => {
    const said: string[] = [];
    const timer = setTimeout(() => fail(`did not start within ${START_TIMEOUT_MS} ms`), START_TIMEOUT_MS);
    const fail = (why: string) => reject(new Error(`The emulator ${why}.\n${said.join("\n")}`));
    const onLine = (line: string) => {
      said.push(line);
      const [, url, accountId] = READY.exec(line) ?? [];
      if (!url || !accountId) return;
      clearTimeout(timer);
      resolve({ url, accountId });
    };
    createInterface({ input: stdout }).on("line", onLine);
    createInterface({ input: stderr }).on("line", (line) => said.push(line));
    child.once("error", (error) => fail(`could not be started: ${error.message}`));
    child.once("exit", (code) => {
      clearTimeout(timer);
      fail(`ended with code ${code}`);
    });
  });
}

function controlOf(url: string) {
  return async <T>(method: string, path: string, body?: unknown): Promise<T> => {
    const response = await fetch(`${url}/_emulator${path}`, {
      method,
      ...(body === undefined
        ? {}
        : { body: JSON.stringify(body), headers: { "content-type": "application/json" } }),
    });
    const text = await response.text();
    if (!response.ok) throw new Error(`The emulator refused ${method} ${path}: ${response.status} ${text}`);
    return JSON.parse(text || "{}") as T;
  };
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = once(child, "exit");
  child.kill("SIGTERM");
  const timer = setTimeout(() => child.kill("SIGKILL"), 3_000);
  await gone;
  clearTimeout(timer);
}
