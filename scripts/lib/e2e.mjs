import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { checkLogs } from "./check-logs.mjs";
import { ensureChromium } from "./chromium.mjs";
import { oneTest, playwrightCounts, together } from "./counted.mjs";
import { ensureBuilt } from "./install.mjs";
import { freePort, logFilesOf, run } from "./process.mjs";
import { portalEnv, seedPortal, startEmulator, startPortal } from "./servers.mjs";

/**
 * Runs browser stories against a portal, a database and an emulator of their own, on free ports, and removes them. With
 * STORY_PORTAL_URL and STORY_EMULATOR_URL set it uses those servers instead, for quick runs while writing a story.
 * @param {string[]} args further arguments for Playwright, for example `["--grep", "@main"]`
 * @param {{ parts?: number }} [options] in how many parts to run at the same time, each with servers of its own: stories
 *   break their emulator on purpose, so two never share one
 * @returns {Promise<{ stories: import("./counted.mjs").Counted, logs: import("./counted.mjs").Counted }>} `logs`: whether
 *   no secret is in the portals' logs, one test; nothing with servers that somebody else started
 */
export async function runStories(args, { parts = 1 } = {}) {
  const { STORY_PORTAL_URL: portal, STORY_EMULATOR_URL: emulator } = process.env;
  if (portal && emulator) {
    return { stories: await playStories({ portal, emulator }, args), logs: { passed: 0, failed: 0 } };
  }
  // One after the other, so that no two find the same port free.
  const servers = [];
  try {
    for (let part = 1; part <= parts; part += 1) servers.push(await startStoryServers());
    const counts = await Promise.all(
      servers.map((own, index) =>
        playStories(own, [
          ...args,
          ...(parts > 1 ? [`--shard=${index + 1}/${parts}`, `--output=test-results/part-${index + 1}`] : []),
        ]),
      ),
    );
    const checks = [];
    for (const own of servers) checks.push(await checkLogs(own));
    const leaked = checks.some(({ failed }) => failed > 0);
    return { stories: counts.reduce(together), logs: oneTest(!leaked) };
  } finally {
    await Promise.all(servers.map((own) => own.stop()));
  }
}

/**
 * Starts what the stories need, fresh and empty-handed. The portal's whole log is kept. `stop` ends it and removes its data.
 * @returns {Promise<{ portal: string, emulator: string, env: Record<string, string>, logs: string[], cookiesFile: string,
 *   stop: () => Promise<void> }>}
 */
export async function startStoryServers() {
  await ensureBuilt();
  const data = mkdtempSync(path.join(tmpdir(), "portal-stories-"));
  const clear = () => rmSync(data, { recursive: true, force: true });
  process.on("exit", clear);
  // Orders finish within seconds and go wrong only when a story asks for it.
  const quick = ["--order-seconds", "3", "--order-trouble", "0"];
  const emulator = await startEmulator({
    port: await freePort(),
    data: path.join(data, "emulator"),
    args: quick,
  });
  const port = await freePort();
  const env = { ...portalEnv({ port, data, ionUrl: emulator.url }), LOG_LEVEL: "trace" };
  const logFile = path.join(data, "portal.log");
  // Short enough for stories that wait for the order; those about the hold set their own.
  await seedPortal(env, { holdSeconds: 1 });
  const portal = await startPortal({ port, env, logFile });
  return {
    portal: portal.url,
    emulator: emulator.url,
    env,
    logs: logFilesOf(logFile),
    cookiesFile: path.join(data, "cookies"),
    async stop() {
      await portal.stop();
      await emulator.stop();
      clear();
    },
  };
}

async function playStories({ portal, emulator, cookiesFile }, args) {
  const chromium = await ensureChromium();
  const folder = mkdtempSync(path.join(tmpdir(), "portal-story-report-"));
  const report = path.join(folder, "report.json");
  try {
    await run("playwright", ["test", ...args], {
      env: {
        CHROMIUM_PATH: chromium,
        STORY_PORTAL_URL: portal,
        STORY_EMULATOR_URL: emulator,
        STORY_COOKIES_FILE: cookiesFile,
        PLAYWRIGHT_JSON_OUTPUT_FILE: report,
      },
    });
    if (!existsSync(report)) return oneTest(false);
    return playwrightCounts(JSON.parse(readFileSync(report, "utf8")));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
