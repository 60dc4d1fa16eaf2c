import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { ensureChromium } from "./chromium.mjs";
import { playwrightCounts } from "./counted.mjs";
import { ensureBuilt } from "./install.mjs";
import { freePort, run } from "./process.mjs";
import { portalEnv, seedPortal, startEmulator, startPortal } from "./servers.mjs";

/**
 * Runs browser stories against a portal, a database and an emulator of their own, on free ports, and removes them.
 * @param {string[]} args further arguments for Playwright, for example `["--grep", "@main"]`
 * @returns {Promise<{ passed: number, failed: number }>}
 */
export async function runStories(args) {
  const chromium = await ensureChromium();
  await ensureBuilt();
  const data = mkdtempSync(path.join(tmpdir(), "portal-stories-"));
  const report = path.join(data, "report.json");
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
  try {
    await run("playwright", ["test", ...args], {
      env: {
        CHROMIUM_PATH: chromium,
        STORY_PORTAL_URL: portal.url,
        STORY_EMULATOR_URL: emulator.url,
        PLAYWRIGHT_JSON_OUTPUT_FILE: report,
      },
    });
    if (!existsSync(report)) return { passed: 0, failed: 1 };
    return playwrightCounts(JSON.parse(readFileSync(report, "utf8")));
  } finally {
    await portal.stop();
    await emulator.stop();
    rmSync(data, { recursive: true, force: true });
  }
}
