import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import path from "node:path";
import { giveUp, run, say } from "./process.mjs";

const STAMP = "node_modules/.installed-lock";

/** Installs the packages of the lock file unless exactly those are there. Needs Node and npm only. */
export async function ensureInstalled() {
  const lock = readFileSync("package-lock.json", "utf8");
  if (existsSync(STAMP) && readFileSync(STAMP, "utf8") === digest(lock)) return;
  say("Installing packages (about a minute) …");
  // Not `npm ci`: it refuses a lock file without the binaries of platforms that the lock's registry does not carry.
  const args = ["install", "--no-save", "--no-audit", "--no-fund"];
  const { code, output } = await run("npm", args, { quiet: true });
  if (code !== 0) giveUp(`${output}\nThe packages could not be installed; npm's words are above.`);
  writeFileSync(STAMP, digest(lock));
}

const SOURCES = ["app", "components", "lib", "public", "proxy.ts", "instrumentation.ts"];
const SETTINGS = [
  "next.config.ts",
  "tailwind.config.ts",
  "postcss.config.mjs",
  "package-lock.json",
  "tsconfig.json",
];

/** Builds the portal for production unless the last build is of exactly these sources. */
export async function ensureBuilt() {
  const stamp = ".next/built-from";
  const now = digest([...SOURCES, ...SETTINGS].map(fingerprint).join("\n"));
  if (existsSync(stamp) && readFileSync(stamp, "utf8") === now) return;
  say("Building the portal (about a minute) …");
  const { code, output } = await run("next", ["build"], { quiet: true, env: { NODE_ENV: "production" } });
  if (code !== 0) {
    // The compiler's cache remembers a file that was missing even when it is there by the next try.
    rmSync(".next", { recursive: true, force: true });
    giveUp(`${output}\nThe portal could not be built; the compiler's words are above.`);
  }
  mkdirSync(".next", { recursive: true });
  writeFileSync(stamp, now);
}

function fingerprint(entry) {
  if (!existsSync(entry)) return "";
  if (!statSync(entry).isDirectory()) return `${entry} ${digest(readFileSync(entry))}`;
  return readdirSync(entry)
    .filter((name) => !/\.test\.tsx?$/.test(name))
    .sort()
    .map((name) => fingerprint(path.join(entry, name)))
    .join("\n");
}

function digest(content) {
  return createHash("sha256").update(content).digest("hex");
}
