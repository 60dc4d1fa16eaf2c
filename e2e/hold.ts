import type { Browser } from "playwright/test";
import { expect, signIn } from "./fixtures";

/** Sets, as the account's owner, how long confirmed orders are held; `work` runs with it, then it is as it was for stories. */
export async function withHold<T>(browser: Browser, seconds: number, work: () => Promise<T>): Promise<T> {
  await setHold(browser, seconds);
  try {
    return await work();
  } finally {
    await setHold(browser, 1);
  }
}

async function setHold(browser: Browser, seconds: number): Promise<void> {
  const context = await browser.newContext();
  const page = await context.newPage();
  await signIn(page, "owner");
  await page.goto("/admin/orders");
  const field = page.getByLabel("Hold confirmed orders for");
  await field.fill(String(seconds));
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByText("Saved.").first()).toBeVisible();
  await context.close();
}
