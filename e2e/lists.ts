import type { Locator, Page } from "playwright/test";
import { expect } from "./fixtures";

const refreshButton = (page: Page) => page.getByRole("button", { name: "Read from Ion again" });

/** Opens a list (any page with an age and a refresh button) and has it read from Ion again; ends when that is done. */
export async function readAgain(page: Page, path: string): Promise<void> {
  if (new URL(page.url(), "http://x").pathname !== path) await page.goto(path);
  await pressRefresh(page);
}

/** Presses the refresh button of the page and waits until the pass is over. */
export async function pressRefresh(page: Page): Promise<void> {
  await refreshButton(page).click();
  await expect(refreshButton(page)).toBeVisible({ timeout: 30_000 });
}

/** The rows of a list's table that are in the page now. */
export const rowsIn = (page: Page, label: string): Locator =>
  page.getByRole("table", { name: label }).getByRole("rowheader");

/** How many rows a list says it has: "12 of 60 customers" is 12. */
export async function countOf(page: Page): Promise<number> {
  const text = await page
    .getByRole("main")
    .getByRole("status")
    .filter({ hasText: /\d+ (of|customer|order|subscription)/ })
    .first()
    .textContent();
  return Number(/^[\d,]+/.exec(text?.trim() ?? "")?.[0].replaceAll(",", ""));
}

/**
 * Scrolls through a list of any length as people do and answers with every row by its place, as its link's address: each
 * once, without gaps.
 */
export async function everyRow(page: Page, label: string): Promise<string[]> {
  const table = page.getByRole("table", { name: label });
  const total = Number(await table.getAttribute("aria-rowcount")) - 1;
  const found = new Map<number, string>();
  const deadline = Date.now() + 30_000;
  for (;;) {
    const drawn = await table.evaluate((element) =>
      [...element.querySelectorAll("tbody [aria-rowindex]")].map((row) => ({
        place: Number(row.getAttribute("aria-rowindex")) - 2,
        href: row.querySelector("a[data-row-link]")?.getAttribute("href") ?? "",
      })),
    );
    for (const { place, href } of drawn) found.set(place, href);
    if (found.size >= total || Date.now() > deadline) break;
    await table.evaluate((element) => {
      const region = element.closest("[data-scroll-region]") ?? document.scrollingElement;
      if (region) region.scrollTop += region.clientHeight * 0.8;
    });
    await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(resolve)));
  }
  await table.evaluate((element) => element.closest("[data-scroll-region]")?.scrollTo(0, 0));
  return Array.from({ length: total }, (_, place) => found.get(place) ?? `nothing at ${place}`);
}

/** The lines of a CSV file with their cells, without the line of names. */
function readCsv(text: string): { names: string[]; lines: string[][] } {
  const lines: string[][] = [];
  let line: string[] = [];
  let cell = "";
  let quoted = false;
  const plain = text.replace(/^\ufeff/, "");
  for (let at = 0; at < plain.length; at += 1) {
    const letter = plain[at];
    if (quoted) {
      if (letter !== '"') cell += letter;
      else if (plain[at + 1] === '"') {
        cell += '"';
        at += 1;
      } else quoted = false;
    } else if (letter === '"') quoted = true;
    else if (letter === ",") {
      line.push(cell);
      cell = "";
    } else if (letter === "\n") {
      lines.push([...line, cell.replace(/\r$/, "")]);
      line = [];
      cell = "";
    } else cell += letter;
  }
  const [names = [], ...rest] = lines;
  return { names, lines: rest };
}

/** The file behind the list's CSV link, and how many rows the link says it has. */
export async function csvOf(page: Page): Promise<{ names: string[]; lines: string[][]; promised: number }> {
  const link = page.getByRole("main").getByRole("link", { name: /^CSV/ }).first();
  const promised = Number(/[\d,]+/.exec((await link.textContent()) ?? "")?.[0].replaceAll(",", ""));
  const [download] = await Promise.all([page.waitForEvent("download"), link.click()]);
  const chunks: Buffer[] = [];
  for await (const chunk of await download.createReadStream()) chunks.push(Buffer.from(chunk));
  const text = Buffer.concat(chunks).toString("utf8");
  expect(text.startsWith("\ufeff"), "the file says that it is UTF-8").toBe(true);
  expect(download.suggestedFilename()).toMatch(/^[a-z]+-\d{4}-\d\d-\d\d\.csv$/);
  return { ...readCsv(text), promised };
}
