import { appendFileSync } from "node:fs";
import { type BrowserContext, test as base, expect, type Page } from "playwright/test";
import { emulator } from "./emulator";

export const PASSWORD = "ion-demo";
export type Person = "owner" | "admin" | "sales";
type Cookies = Awaited<ReturnType<BrowserContext["cookies"]>>;

const sessions = new Map<Person, Cookies>();

/**
 * Signs in through the page, as people do; from the second time on in the way a browser does that is still signed in.
 * Ends on the home page the first time and leaves the page where it is later: go on with `page.goto`.
 */
export async function signIn(page: Page, person: Person): Promise<void> {
  await page.context().clearCookies({ name: /session-token/ });
  const known = sessions.get(person);
  if (known) return page.context().addCookies(known);
  await fillSignIn(page, `${person}@example.com`, PASSWORD);
  await expect(page).not.toHaveURL(/sign-in/);
  sessions.set(person, await page.context().cookies());
}

/** Opens the sign-in page and sends the form. */
export async function fillSignIn(page: Page, email: string, password: string): Promise<void> {
  if (!page.url().includes("/sign-in")) await page.goto("/sign-in");
  await page.getByLabel("E-mail").fill(email);
  await page.getByLabel("Password").fill(password);
  await page.getByRole("button", { name: "Sign in" }).click();
}

/** A word that no other story uses, for names and addresses: letters and digits only. */
export function unique(word: string): string {
  return `${word}${Date.now().toString(36)}${Math.floor(Math.random() * 1e4)}`;
}

/** Keeps the session cookies of a story for the search for secrets in the portal's logs. */
async function noteSessions(context: BrowserContext): Promise<void> {
  const file = process.env.STORY_COOKIES_FILE;
  if (!file) return;
  for (const { name, value } of await context.cookies()) {
    if (/(session|csrf)-token/.test(name)) appendFileSync(file, `${decodeURIComponent(value)}\n`);
  }
}

const MOMENT_MS = 3_000;

/**
 * A part of a page that came late waits in a hidden box for its place. When the page's scripts were quicker to draw it
 * themselves, the document holds it twice for a moment: people never see the second one, a locator would. On a page for
 * what does not exist the box stays, with what nobody will see.
 */
const allInPlace = (page: Page) =>
  page
    .waitForFunction(() => document.querySelector("div[hidden][id^='S:']") === null, undefined, {
      timeout: MOMENT_MS,
    })
    .catch(() => undefined);

/**
 * What the server has drawn hears nothing until React has taken it over, a tenth of a second later: nobody presses a button
 * so soon, a story does. React marks what it has taken over, then ends what it does with the page in one piece.
 */
const alive = (page: Page) =>
  page
    .waitForFunction(
      () =>
        [...document.querySelectorAll("a, button, input, select, textarea")].every((element) =>
          Object.keys(element).some((key) => key.startsWith("__reactProps$")),
        ) && new Promise((resolve) => requestIdleCallback(() => resolve(true))),
      undefined,
      { timeout: MOMENT_MS },
    )
    .catch(() => undefined);

function waitUntilWhole(page: Page): void {
  const goto = page.goto.bind(page);
  const reload = page.reload.bind(page);
  const whole = async <Response>(response: Response) => {
    await allInPlace(page);
    await alive(page);
    return response;
  };
  page.goto = async (...args) => whole(await goto(...args));
  page.reload = async (...args) => whole(await reload(...args));
}

/**
 * Every story watches for what people never see: script errors and content that the security policy refused. After each,
 * the emulator is whole again.
 */
export const test = base.extend<{ quiet: undefined }, { inOnePiece: undefined }>({
  inOnePiece: [
    async ({ browser }, use) => {
      browser.on("context", (context) => context.on("page", waitUntilWhole));
      await use(undefined);
    },
    { auto: true, scope: "worker" },
  ],
  quiet: [
    async ({ context }, use) => {
      const noise: string[] = [];
      context.on("weberror", (error) => noise.push(String(error.error())));
      context.on("console", (message) => {
        if (/Content Security Policy|hydrat/i.test(message.text())) noise.push(message.text());
      });
      await use(undefined);
      await noteSessions(context);
      await emulator.heal();
      expect(noise, "script errors and refused content").toEqual([]);
    },
    { auto: true },
  ],
});

export { expect };
