import { defineConfig } from "playwright/test";

/** The stories run against servers that scripts/e2e.mjs started; their addresses come in through the environment. */
export default defineConfig({
  testDir: "e2e/stories",
  // One emulator serves all stories, and some of them break it on purpose.
  workers: 1,
  forbidOnly: true,
  timeout: 120_000,
  // Browser, portal and emulator share two cores here; what a page promises in time is measured by the bench, not by stories.
  expect: { timeout: 20_000 },
  reporter: [["list"], ["json"]],
  use: {
    baseURL: process.env.STORY_PORTAL_URL,
    locale: "en-US",
    timezoneId: "UTC",
    viewport: { width: 1440, height: 900 },
    screenshot: "only-on-failure",
    // Half of the time on a small machine; `npm run e2e -- --trace on` records one.
    trace: "off",
    contextOptions: { reducedMotion: "reduce" },
    launchOptions: {
      executablePath: process.env.CHROMIUM_PATH,
      args: ["--no-sandbox", "--disable-gpu", "--disable-background-networking"],
    },
  },
});
