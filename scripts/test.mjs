// npm test: everything, from a plain clone. Needs Node and npm; Chromium is found or, as root, installed.
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { runDrills } from "./lib/chaos.mjs";
import { ensureChromium } from "./lib/chromium.mjs";
import { counter, oneTest, vitestCounts } from "./lib/counted.mjs";
import { runStories } from "./lib/e2e.mjs";
import { ensureBuilt, ensureInstalled } from "./lib/install.mjs";
import { run, say } from "./lib/process.mjs";

const CHECKS = [
  ["format and lint", "biome", ["ci", "."]],
  ["types", "tsc", ["--noEmit"]],
  ["dead code", "knip", []],
  ["dependency rules", "depcruise", ["--config", ".dependency-cruiser.cjs", "."]],
  ["dependency rules can fail", "node", ["scripts/prove-dependency-rules.mjs"]],
];
/** What runs at the same time, each lane in its order: they take about as long, and both wait for leases in between. */
const LANES = [
  [["contract tests", "contract", {}]],
  [
    ["database tests on PGlite", "db", { TEST_DATABASE: "pglite" }],
    ["database tests on PostgreSQL", "db", { TEST_DATABASE: "postgres" }],
    ["unit tests", "unit", {}],
  ],
];

say("Running every check and test; about a quarter of an hour on two cores, half of it in a browser.");
await ensureInstalled();
await ensureChromium();
// Route types come from Next; the type check needs them before the first build.
await run("next", ["typegen"], { quiet: true });
const counts = counter();

for (const [name, command, args] of CHECKS) {
  const { code, output } = await run(command, args, { quiet: true });
  if (code !== 0) say(output);
  counts.add(name, oneTest(code === 0));
}

const reports = mkdtempSync(path.join(tmpdir(), "portal-reports-"));
await Promise.all(
  LANES.map(async (suites) => {
    for (const suite of suites) await runSuite(...suite);
  }),
);
rmSync(reports, { recursive: true, force: true });

await ensureBuilt();
const size = await run("size-limit", [], { quiet: true });
if (size.code !== 0) say(size.output);
counts.add("size limits", oneTest(size.code === 0));

for (const { drill, ok } of await quickDrills()) counts.add(`drill ${drill}`, oneTest(ok));

const { stories, logs } = await runStories([], { parts: 2 });
counts.add("browser stories", stories);
counts.add("no secret in the logs", logs);
counts.finish();

async function runSuite(name, project, env) {
  const file = path.join(reports, `${name.replaceAll(" ", "-")}.json`);
  const reporters = ["--reporter=default", "--reporter=json", `--outputFile.json=${file}`];
  const { code, output } = await run("vitest", ["run", "--project", project, ...reporters], {
    quiet: true,
    env,
  });
  if (code !== 0) say(output);
  const report = existsSync(file) ? JSON.parse(readFileSync(file, "utf8")) : undefined;
  const counted = report ? vitestCounts(report) : { ...oneTest(false), causes: ["no report"] };
  const brokeOtherwise = code !== 0 && counted.failed === 0;
  counts.add(name, brokeOtherwise ? { ...counted, failed: 1, causes: [`exit code ${code}`] } : counted);
}

/** The short form of every drill; one that never came to its end counts as failed. */
async function quickDrills() {
  const { code, lines, output } = await runDrills(["--quick"]);
  if (lines.length > 0) return lines;
  say(output);
  return [{ drill: `all (exit code ${code})`, ok: false }];
}
