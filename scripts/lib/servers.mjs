import { randomBytes } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { answers, giveUp, portIsFree, run, start } from "./process.mjs";

/** A port from the environment, or its default. */
export function portSetting(name, fallback) {
  const text = process.env[name];
  const port = text ? Number(text) : fallback;
  if (!Number.isInteger(port) || port < 1 || port > 65_535)
    giveUp(`The setting ${name} must be a port number.`);
  return port;
}

/** Ends with a sentence when something else listens there. */
export async function requireFreePort(port, setting, what) {
  if (await portIsFree(port)) return;
  giveUp(
    `Port ${port} is taken, so ${what} can't start. Stop what uses it, or choose another port with ${setting}.`,
  );
}

/**
 * Starts the Ion emulator and waits until it answers.
 * @param {{ port: number, data: string, args?: string[], onLine?: (line: string) => void }} options
 */
export async function startEmulator({ port, data, args = [], onLine }) {
  const running = start("tsx", ["emulator/main.ts", "--port", String(port), "--data", data, ...args], {
    onLine,
  });
  const up = await answers(`http://127.0.0.1:${port}/_emulator/state/tokens`, {
    seconds: 90,
    process: running,
  });
  if (!up) {
    await running.stop();
    giveUp(`${running.output()}\nThe emulator did not start; its words are above.`);
  }
  return { ...running, url: `http://127.0.0.1:${port}` };
}

/**
 * Secrets of a local portal, made once and kept beside its data: sign-ins and stored tokens outlive a restart.
 * @param {string} folder
 */
export function localSecrets(folder) {
  const file = path.join(folder, "secrets.json");
  if (!existsSync(file)) {
    mkdirSync(folder, { recursive: true });
    const secrets = {
      AUTH_SECRET: randomBytes(32).toString("base64url"),
      ENCRYPTION_KEYS: `local:${randomBytes(32).toString("base64")}`,
    };
    writeFileSync(file, JSON.stringify(secrets), { mode: 0o600 });
  }
  return JSON.parse(readFileSync(file, "utf8"));
}

/**
 * The environment of a local portal.
 * @param {{ port: number, data: string, ionUrl: string, databaseUrl?: string }} options
 */
export function portalEnv({ port, data, ionUrl, databaseUrl = "" }) {
  return {
    ...localSecrets(data),
    PORTAL_URL: `http://127.0.0.1:${port}`,
    PORTAL_PORT: String(port),
    PORTAL_DATA_DIR: path.join(data, "portal"),
    ION_BASE_URL: ionUrl,
    DATABASE_URL: databaseUrl,
    LOG_LEVEL: process.env.LOG_LEVEL ?? "warn",
    // No load balancer has to notice that a local portal stops.
    SHUTDOWN_GRACE_SECONDS: process.env.SHUTDOWN_GRACE_SECONDS ?? "0",
  };
}

/**
 * Fills the portal's database with the demo's people and its connection to the emulator; a second time changes nothing.
 * `holdSeconds`: how long confirmed orders wait, where that is not to be the default.
 */
export async function seedPortal(env, { holdSeconds } = {}) {
  const args = ["--conditions=react-server", "--import", "tsx", "scripts/seed-demo.ts"];
  if (holdSeconds !== undefined) args.push(String(holdSeconds));
  const { code, output } = await run("node", args, { quiet: true, env });
  if (code !== 0) giveUp(`${output}\nThe demo data could not be written; the reason is above.`);
}

/**
 * The same as in `npm start`. Left alone, V8 lets garbage grow to several times of what is in use before it looks, and takes
 * 600 MB to optimise a single function of PGlite (decision 22).
 */
export const V8_OPTIONS = [
  `--max-old-space-size=${process.env.PORTAL_HEAP_MB ?? 768}`,
  "--max-semi-space-size=32",
  "--liftoff-only",
];

/**
 * Starts the built portal and waits until it is ready; gives up with a sentence when it is not.
 * @param {PortalStart} options
 */
export async function startPortal(options) {
  const portal = await tryPortal(options);
  if (portal.up) return portal;
  await portal.stop();
  giveUp(`${portal.output()}\nThe portal did not start; its words are above.`);
}

/**
 * Starts the built portal and waits for it; `up` says whether it became ready.
 * @typedef {{ port: number, env: Record<string, string>, onLine?: (line: string) => void, logFile?: string }} PortalStart
 * @param {PortalStart} options
 */
export async function tryPortal({ port, env, onLine, logFile }) {
  const next = "node_modules/next/dist/bin/next";
  const args = [...V8_OPTIONS, next, "start", "--hostname", "127.0.0.1", "--port", String(port)];
  const running = start("node", args, {
    env: { ...env, NODE_ENV: "production" },
    onLine,
    logFile,
  });
  const url = `http://127.0.0.1:${port}`;
  const up = await answers(`${url}/api/health/ready`, { seconds: 60, process: running });
  return { ...running, url, up };
}
