import AxeBuilder from "@axe-core/playwright";
import { expect, type Page } from "playwright/test";

const WCAG = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];
const PHONE = { width: 390, height: 844 };

/**
 * Colours that are still changing are not what people get to read; a page that refreshes itself while axe looks would
 * start such a change under the pointer, so from here on colours change at once.
 */
async function settle(page: Page): Promise<void> {
  await page.evaluate(() => {
    const marked = window as Window & { colorsChangeAtOnce?: CSSStyleSheet };
    if (marked.colorsChangeAtOnce) return;
    marked.colorsChangeAtOnce = new CSSStyleSheet();
    marked.colorsChangeAtOnce.replaceSync("*, ::before, ::after { transition: none !important; }");
    document.adoptedStyleSheets.push(marked.colorsChangeAtOnce);
  });
  await page.waitForFunction(() =>
    document.getAnimations().every(({ playState }) => playState !== "running"),
  );
}

/** Fails with the rule and the element for every accessibility problem of the page as it is now. */
export async function expectAccessible(page: Page, state = ""): Promise<void> {
  // What a scrolled page half hides under its bar, people scroll out again.
  await page.evaluate(() => window.scrollTo(0, 0));
  await settle(page);
  // In place of axe's own rule: a title is streamed, and away for a moment when the page refreshes itself.
  await expect(page).toHaveTitle(/\S/);
  // Legacy mode leaves out the second tab that only cross-origin frames need; the portal has none.
  const { violations } = await new AxeBuilder({ page })
    .setLegacyMode()
    .options({
      runOnly: { type: "tag", values: WCAG },
      rules: { "document-title": { enabled: false } },
      resultTypes: ["violations"],
    })
    .analyze();
  const found = violations.flatMap(({ id, nodes }) =>
    nodes.map((node) => `${id}: ${node.target.join(" ")} ${node.failureSummary ?? ""}`),
  );
  // In the message itself: the end of a long test run says only a message's first line.
  const what = found.join(" · ").replaceAll(/\s+/g, " ").slice(0, 500);
  expect(found, `accessibility of ${page.url()} ${state}: ${what}`).toEqual([]);
}

/** The same in dark, and on a phone, where nothing may be wider than the screen either. */
export async function expectAccessibleEverywhere(page: Page, state = ""): Promise<void> {
  await expectAccessible(page, state);
  await page.emulateMedia({ colorScheme: "dark" });
  await expectAccessible(page, `${state} dark`);
  await page.emulateMedia({ colorScheme: "light" });
  const before = page.viewportSize();
  await page.setViewportSize(PHONE);
  await expectAccessible(page, `${state} on a phone`);
  const width = await page.evaluate(() => document.documentElement.scrollWidth);
  expect(width, `width of ${page.url()} ${state} on a phone`).toBeLessThanOrEqual(PHONE.width);
  if (before) await page.setViewportSize(before);
}
