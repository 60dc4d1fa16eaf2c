// Plain JavaScript on purpose: these helpers run from a fresh clone, before anything is installed.
import { spawn } from "node:child_process";
import { appendFileSync } from "node:fs";
import { createServer } from "node:net";
import path from "node:path";
import { createInterface } from "node:readline";

/** The environment that child processes get: the project's own binaries (and its Node) come first. */
export const childEnv = {
  ...process.env,
  PATH: `${path.resolve("node_modules/.bin")}${path.delimiter}${process.env.PATH}`,
  NEXT_TELEMETRY_DISABLED: "1",
};

/** Prints one plain line about what happens now. */
export function say(line) {
  process.stdout.write(`${line}\n`);
}

/** Ends the program with one sentence. */
export function giveUp(sentence) {
  process.stderr.write(`${sentence}\n`);
  process.exit(1);
}

/**
 * Runs a command to its end. Resolves with exit code and output; with `quiet` the output is only kept, else shown too.
 * @param {string} command
 * @param {string[]} args
 * @param {{ env?: Record<string, string | undefined>, quiet?: boolean, cwd?: string, onError?: (text: Buffer) => void }} options
 *   `onError` hears what is written to stderr, also when quiet
 * @returns {Promise<{ code: number, output: string }>}
 */
export function run(command, args, options = {}) {
  return new Promise((resolve) => {
    const child = spawn(command, args, {
      cwd: options.cwd,
      env: { ...childEnv, ...options.env },
      stdio: ["ignore", "pipe", "pipe"],
    });
    let output = "";
    const keep = (chunk) => {
      output += chunk;
      if (!options.quiet) process.stdout.write(chunk);
    };
    child.stdout.on("data", keep);
    child.stderr.on("data", (chunk) => {
      keep(chunk);
      options.onError?.(chunk);
    });
    child.on("error", (error) => resolve({ code: 127, output: `${output}${error.message}\n` }));
    child.on("close", (code) => resolve({ code: code ?? 1, output }));
  });
}

/** Process groups that run now: none outlives this program, whichever way it ends. */
const groups = new Set();
process.on("exit", () => {
  for (const pid of groups) signalGroup(pid, "SIGTERM");
});

/**
 * Starts a long-running command. `stop` ends it and all its children, politely first; `kill` as a crash does.
 * @param {string} command
 * @param {string[]} args
 * @param {{ env?: Record<string, string | undefined>, onLine?: (line: string) => void, logFile?: string }} options
 *   all output is kept in `logFile` and, that of stderr, in a file beside it (`logFilesOf`): lines are never torn apart
 */
export function start(command, args, options = {}) {
  const child = spawn(command, args, {
    env: { ...childEnv, ...options.env },
    stdio: ["ignore", "pipe", "pipe"],
    detached: true,
  });
  let output = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream.on("data", (chunk) => {
      output = (output + chunk).slice(-20_000);
    });
    // Whole lines, wherever the chunks are cut.
    if (options.onLine) createInterface({ input: stream }).on("line", (line) => line && options.onLine(line));
  }
  if (options.logFile) {
    const [out, err] = logFilesOf(options.logFile);
    child.stdout.on("data", (chunk) => appendFileSync(out, chunk));
    child.stderr.on("data", (chunk) => appendFileSync(err, chunk));
  }
  if (child.pid !== undefined) groups.add(child.pid);
  const ended = new Promise((resolve) => {
    child.on("close", (code) => {
      groups.delete(child.pid);
      resolve(code ?? 1);
    });
    child.on("error", () => resolve(127));
  });
  const stop = async () => {
    if (child.exitCode !== null || child.pid === undefined) return;
    signalGroup(child.pid, "SIGTERM");
    const killer = setTimeout(() => signalGroup(child.pid, "SIGKILL"), 12_000);
    await ended;
    clearTimeout(killer);
  };
  /** Ends it at once and without a word, as a crash does. */
  const kill = async () => {
    if (child.exitCode !== null || child.pid === undefined) return;
    signalGroup(child.pid, "SIGKILL");
    await ended;
  };
  return { child, ended, stop, kill, output: () => output };
}

/** The files in which `start` keeps a program's stdout and stderr. */
export function logFilesOf(logFile) {
  return [logFile, `${logFile}.err`];
}

function signalGroup(pid, signal) {
  try {
    process.kill(-pid, signal);
  } catch {
    // Already gone.
  }
}

/** True when nothing listens on the loopback port. */
export function portIsFree(port) {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once("error", () => resolve(false));
    probe.listen({ port, host: "127.0.0.1", exclusive: true }, () => probe.close(() => resolve(true)));
  });
}

/** A loopback port that is free right now. */
export function freePort() {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once("error", reject);
    probe.listen(0, "127.0.0.1", () => {
      const { port } = probe.address();
      probe.close(() => resolve(port));
    });
  });
}

/** Waits until `url` answers with a 2xx, or the process ends, or the time is up. Resolves true when it answered. */
export async function answers(url, { seconds, process: running }) {
  let over = false;
  running?.ended.then(() => {
    over = true;
  });
  const until = Date.now() + seconds * 1000;
  while (!over && Date.now() < until) {
    const ok = await fetch(url, { signal: AbortSignal.timeout(3000) }).then(
      (response) => response.ok,
      () => false,
    );
    if (ok) return true;
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  return false;
}
