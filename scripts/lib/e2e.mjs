import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { ensureChromium } from "./chromium.mjs";
import { playwrightCounts } from "./counted.mjs";
import { ensureBuilt } from "./install.mjs";
import { freePort, run } from "./process.mjs";
import { portalEnv, seedPortal, startEmulator, startPortal } from "./servers.mjs";

/**
 * Runs browser stories against a portal, a database and an emulator of their own, on free ports, and removes them. With
 * STORY_PORTAL_URL and STORY_EMULATOR_URL set it uses those servers instead, for quick runs while writing a story.
 * @param {string[]} args further arguments for Playwright, for example `["--grep", "@main"]`
 * @returns {Promise<{ passed: number, failed: number }>}
 */
export async function runStories(args) {
  const { STORY_PORTAL_URL: portal, STORY_EMULATOR_URL: emulator } = process.env;
  if (portal && emulator) return playStories({ portal, emulator }, args);
  const servers = await startStoryServers();
  try {
    return await playStories(servers, args);
  } finally {
    await servers.stop();
  }
}

/**
 * Starts what the stories need, fresh and empty-handed. `stop` ends it and removes its data.
 * @returns {Promise<{ portal: string, emulator: string, stop: () => Promise<void> }>}
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
  const env = portalEnv({ port, data, ionUrl: emulator.url });
  await seedPortal(env);
  const portal = await startPortal({ port, env });
  return {
    portal: portal.url,
    emulator: emulator.url,
    async stop() {
      await portal.stop();
      await emulator.stop();
      clear();
    },
  };
}

async function playStories({ portal, emulator }, args) {
  const chromium = await ensureChromium();
  const folder = mkdtempSync(path.join(tmpdir(), "portal-story-report-"));
  const report = path.join(folder, "report.json");
  try {
    await run("playwright", ["test", ...args], {
      env: {
        CHROMIUM_PATH: chromium,
        STORY_PORTAL_URL: portal,
        STORY_EMULATOR_URL: emulator,
        PLAYWRIGHT_JSON_OUTPUT_FILE: report,
      },
    });
    if (!existsSync(report)) return { passed: 0, failed: 1 };
    return playwrightCounts(JSON.parse(readFileSync(report, "utf8")));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
