import AxeBuilder from "@axe-core/playwright";
import { test as base, expect, type Page } from "@playwright/test";
import { emulator } from "./emulator";

export const PASSWORD = "ion-demo";
export type Person = "owner" | "admin" | "sales";

const WCAG = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];

/** Signs in through the page, as people do. */
export async function signIn(page: Page, person: Person): Promise<void> {
  await page.goto("/sign-in");
  await page.getByLabel("E-mail").fill(`${person}@example.com`);
  await page.getByLabel("Password").fill(PASSWORD);
  await page.getByRole("button", { name: "Sign in" }).click();
  await expect(page).not.toHaveURL(/sign-in/);
}

/** Fails with the rule and the element for every accessibility problem of the page as it is now. */
export async function expectAccessible(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).withTags(WCAG).analyze();
  const found = violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.target.join(" ")}`));
  expect(found, `accessibility of ${page.url()}`).toEqual([]);
}

/** A word that no other story uses, for names and addresses. */
export function unique(word: string): string {
  return `${word}${Date.now().toString(36)}${Math.floor(Math.random() * 1e4)}`;
}

/**
 * Every story watches for what people never see: script errors and content that the security policy refused. After each,
 * the emulator is whole again.
 */
export const test = base.extend<{ quiet: undefined }>({
  quiet: [
    async ({ page }, use) => {
      const noise: string[] = [];
      page.on("pageerror", (error) => noise.push(String(error)));
      page.on("console", (message) => {
        if (/Content Security Policy/.test(message.text())) noise.push(message.text());
      });
      await use(undefined);
      await emulator.heal();
      expect(noise, "script errors and refused content").toEqual([]);
    },
    { auto: true },
  ],
});

export { expect };
