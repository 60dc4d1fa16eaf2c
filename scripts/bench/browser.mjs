import { chromium } from "playwright";
import { ensureChromium } from "../lib/chromium.mjs";
import { median, note, p95, print } from "./figures.mjs";

/** A word a turn: one that was asked for before is answered without a question to the server. */
const WORDS = [
  ...["microsoft", "backup", "google", "security", "adobe", "cloud"],
  ...["business", "exchange", "dropbox", "premium", "support", "defender"],
];
const ROUTES = ["/catalog", "/customers", "/orders", "/subscriptions"];
const JS_BOUND_KB = 200;
const READY_RATIO = 3;
const KEY_TO_ROWS_MS = 150;
const INTERACTION_MS = 100;
/** Each list is opened so often to press keys in it at once, while it still becomes alive. */
const PRESS_TURNS = 4;

/** What a page loads before anything is pressed, and when its rows stand: measured from outside, over the DevTools protocol. */
async function load(context, url, { rows }) {
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  await session.send("Network.enable");
  const scripts = new Map();
  let bytes = 0;
  session.on("Network.responseReceived", ({ requestId, response }) => {
    if (/\.js(\?|$)/.test(response.url)) scripts.set(requestId, response.url);
  });
  // As they came over the wire, packed, without their headers.
  session.on("Network.dataReceived", ({ requestId, encodedDataLength }) => {
    if (scripts.has(requestId)) bytes += encodedDataLength;
  });
  const begin = performance.now();
  await page.goto(url, { waitUntil: "commit" });
  await page.locator(rows).first().waitFor({ timeout: 60_000 });
  const readyMs = performance.now() - begin;
  await page.waitForLoadState("load");
  // What loads by itself a little later was not asked for by anybody either.
  await page.waitForTimeout(1_500);
  return { page, kb: bytes / 1000, readyMs };
}

/**
 * The figures of a person in front of Chromium.
 * @param {{ portal: string, bare: string, cookies: Map<string, string>, label: string, n: number }} options
 */
export async function browserFigures({ portal, bare, cookies, label, n }) {
  const browser = await chromium.launch({
    executablePath: await ensureChromium(),
    args: ["--no-sandbox", "--disable-gpu", "--disable-background-networking"],
  });
  try {
    const signedIn = [...cookies].map(([name, value]) => ({ name, value, url: portal }));
    const fresh = async () => {
      const context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
      await context.addCookies(signedIn);
      return context;
    };
    const bareContext = await browser.newContext();
    const bareLoad = await load(bareContext, bare, { rows: "[data-row-link]" });
    print({ name: `JavaScript of a bare Next page (${label})`, value: bareLoad.kb, unit: "kB" });
    for (const route of ROUTES) {
      note(`${label}: JavaScript of ${route}`);
      const context = await fresh();
      const { kb } = await load(context, portal + route, { rows: "[data-row-link]" });
      print({
        name: `JavaScript of ${route} before any press (${label})`,
        value: kb,
        unit: "kB",
        floor: bareLoad.kb,
        bound: JS_BOUND_KB,
      });
      await context.close();
    }

    note(`${label}: warm lists in the browser`);
    const ready = async (context, url) => {
      const page = await context.newPage();
      const begin = performance.now();
      await page.goto(url, { waitUntil: "commit" });
      await page.locator("[data-row-link]").first().waitFor();
      const ms = performance.now() - begin;
      await page.close();
      return ms;
    };
    const context = await fresh();
    const bareReady = [];
    const listsReady = new Map(ROUTES.map((route) => [route, []]));
    // In turns: what else happens on the machine meets all of them alike. The first turn makes them warm.
    for (let turn = 0; turn <= n; turn += 1) {
      const bareMs = await ready(bareContext, bare);
      if (turn > 0) bareReady.push(bareMs);
      for (const [route, times] of listsReady) {
        const ms = await ready(context, portal + route);
        if (turn > 0) times.push(ms);
      }
    }
    const floor = median(bareReady);
    for (const [route, times] of listsReady) {
      print({
        name: `warm ${route} ready, p50 (${label})`,
        value: median(times),
        unit: "ms",
        n: times.length,
        floor,
        bound: READY_RATIO * floor,
        limit: `${READY_RATIO} x floor`,
      });
    }

    note(`${label}: typing in the catalog`);
    const page = await context.newPage();
    await page.addInitScript(() => {
      window.slow = [];
      new PerformanceObserver((list) => {
        for (const entry of list.getEntries()) if (entry.interactionId) window.slow.push(entry.duration);
      }).observe({ type: "event", durationThreshold: 16, buffered: true });
    });
    await page.goto(`${portal}/catalog`);
    await page.locator("[data-row-link]").first().waitFor();
    const field = page.getByRole("searchbox").first();
    const toRows = [];
    for (const word of WORDS.slice(0, n)) {
      await field.fill("");
      await page.waitForTimeout(700);
      await field.pressSequentially(word.slice(0, -1), { delay: 60 });
      await page.waitForTimeout(700);
      const answered = page.waitForResponse((response) => response.url().includes("/api/catalog"), {
        timeout: 10_000,
      });
      const begin = performance.now();
      await field.press(word.at(-1) ?? "e");
      await answered;
      await page.locator("[aria-busy=false][data-row-keys]").first().waitFor();
      await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve))));
      toRows.push(performance.now() - begin);
    }
    print({
      name: `last key to rows in the catalog, p50 (${label})`,
      value: median(toRows),
      unit: "ms",
      n: toRows.length,
      bound: KEY_TO_ROWS_MS,
    });

    note(`${label}: presses in a list`);
    const presses = new Map(ROUTES.slice(1).map((route) => [route, []]));
    for (let turn = 0; turn < PRESS_TURNS; turn += 1) {
      for (const [route, durations] of presses) {
        await page.goto(portal + route);
        await page.locator("[data-row-link]").first().waitFor();
        for (const key of ["j", "j", "x", "j", "x", "Escape"]) {
          await page.keyboard.press(key);
          await page.waitForTimeout(150);
        }
        await page.locator("th button").first().click();
        await page.waitForTimeout(600);
        durations.push(...(await page.evaluate(() => window.slow)));
      }
    }
    for (const [route, durations] of presses) {
      print({
        name: `interaction to next paint in ${route}, p95 (${label})`,
        // What is under 16 ms is not told.
        value: durations.length > 0 ? p95(durations) : 16,
        unit: "ms",
        n: durations.length,
        bound: INTERACTION_MS,
      });
    }
  } finally {
    await browser.close();
  }
}
