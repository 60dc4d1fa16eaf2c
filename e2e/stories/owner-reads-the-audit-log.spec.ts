import type { Page } from "playwright/test";
import { expectAccessible, expectAccessibleEverywhere } from "../accessible";
import { newCustomer } from "../customers";
import { expect, fillSignIn, signIn, test } from "../fixtures";
import { csvOf, everyRow, rowsIn } from "../lists";

const log = (page: Page) => page.getByRole("table", { name: "Audit log" });
const panel = (page: Page) => page.getByRole("dialog");

test("the owner reads who did what, narrows it down, takes it as a file, and has the chain checked", {
  tag: "@safety",
}, async ({ page, browser }) => {
  const customer = await newCustomer(browser);

  await test.step("a refused sign-in is on record, with whom it was tried for and no password", async () => {
    await page.goto("/sign-in");
    await fillSignIn(page, "sales@example.com", "not-the-password-9");
    await expect(
      page
        .getByRole("alert")
        .filter({ hasText: /password|sign/i })
        .first(),
    ).toBeVisible();
    await signIn(page, "owner");
    await page.goto("/");
    await page.getByRole("navigation", { name: "Main" }).getByRole("link", { name: "Audit log" }).click();
    await expect(page.getByRole("heading", { level: 1, name: "Audit log" })).toBeVisible();
    await page.goto("/admin/audit?action=session%3Asign-in&outcome=refused&person=nobody");
    await expect(log(page)).toContainText("Nobody signed in");
    await expect(log(page)).toContainText("Refused");
    await expect(page.getByRole("main")).not.toContainText("not-the-password-9");
    await expectAccessible(page, "refused sign-ins");
  });

  await test.step("what was done to a customer, newest first, linked to what it was done to", async () => {
    await page.goto(`/customers/${customer.id}/carts`);
    await page.getByRole("button", { name: "New cart" }).first().click();
    await expect(page).toHaveURL(/\/carts\/\d+$/);
    const cartId = page.url().split("/").at(-1);
    await page.goto(`/admin/audit?customer=${customer.id}`);
    await expect(rowsIn(page, "Audit log").first()).toBeVisible();
    await expect(log(page)).toContainText("Create a customer");
    await expect(log(page)).toContainText("Start a cart");
    await expect(log(page).getByRole("link", { name: `Cart ${cartId}` })).toHaveAttribute(
      "href",
      `/customers/${customer.id}/carts/${cartId}`,
    );
    await expect(log(page).getByRole("link", { name: customer.organization }).first()).toBeVisible();
    await expectAccessibleEverywhere(page, "of one customer");
  });

  await test.step("filters are in the address, and can be taken off", async () => {
    await page
      .getByRole("button", { name: /Outcome/ })
      .first()
      .click();
    await page.getByRole("checkbox", { name: "Refused" }).check();
    await expect(page).toHaveURL(/outcome=refused/);
    await page.keyboard.press("Escape");
    await expect(page.getByText("No entry matches")).toBeVisible();
    await expectAccessible(page, "nothing found");
    await page.getByRole("button", { name: "Clear filters" }).first().click();
    await expect(page).not.toHaveURL(/outcome|customer/);
    await expect(rowsIn(page, "Audit log").first()).toBeVisible();
  });

  await test.step("an entry is opened by key, has details and hash, and an address of its own", async () => {
    await page.goto(`/admin/audit?customer=${customer.id}&action=carts%3Acreate`);
    await expect(rowsIn(page, "Audit log")).toHaveCount(1);
    await page.keyboard.press("j");
    await page.keyboard.press("Enter");
    await expect(panel(page)).toContainText("Start a cart");
    await expect(panel(page).getByText(/^[0-9a-f]{64}$/)).toBeVisible();
    await expect(page).toHaveURL(/entry=\d+/);
    await expectAccessibleEverywhere(page, "an entry");
    const [, entry] = /entry=(\d+)/.exec(page.url()) ?? [];
    await page.keyboard.press("Escape");
    await expect(panel(page)).toHaveCount(0);
    await page.goto(`/admin/audit?entry=${entry}&action=session%3Asign-out`);
    await expect(panel(page)).toContainText("Start a cart");
    await page.keyboard.press("Escape");
  });

  await test.step("the file has the rows that are shown, and taking it is an entry", async () => {
    await page.goto(`/admin/audit?customer=${customer.id}`);
    await page.getByRole("button", { name: "Table options" }).click();
    await page.getByRole("checkbox", { name: "Entry", exact: true }).check();
    await page.keyboard.press("Escape");
    const shown = await everyRow(page, "Audit log");
    const { names, lines, promised } = await csvOf(page);
    expect(promised).toBe(shown.length);
    const place = names.indexOf("Entry");
    expect(lines.map((line) => `/admin/audit?entry=${line[place]}`)).toEqual(shown);
    await page.goto("/admin/audit?action=lists%3Aexport");
    await expect(log(page).getByRole("link", { name: "Audit log" }).first()).toBeVisible();
  });

  await test.step("a check finds the chain unbroken, and says how long it is and its head", async () => {
    await page.goto("/admin/audit");
    await page.getByRole("button", { name: "Check now" }).click();
    await expect(page.getByRole("heading", { level: 1 }).locator("xpath=../..")).toContainText(
      /Unbroken.*checked.*entries.*head [\d,]+ · [0-9a-f]{8}…/,
      { timeout: 30_000 },
    );
    await page.getByRole("button", { name: "Earlier checks" }).click();
    await expect(panel(page).getByText("asked for by Olivia Marsh").first()).toBeVisible();
    await expectAccessibleEverywhere(page, "earlier checks");
    await page.keyboard.press("Escape");
    await page.goto("/admin/audit?action=audit%3Acheck");
    await expect(log(page)).toContainText("Check the audit log");
  });

  await test.step("nobody but the owner gets the page, or what it reads", async () => {
    for (const person of ["admin", "sales"] as const) {
      await signIn(page, person);
      await page.goto("/admin/audit");
      await expect(page.getByRole("heading", { level: 1, name: "Not for your role" })).toBeVisible();
      await expect(page.getByRole("link", { name: "Audit log" })).toHaveCount(0);
      for (const path of ["/api/audit", "/api/audit/csv", "/api/audit/state"]) {
        expect((await page.request.get(path)).status(), `${path} for ${person}`).toBe(403);
      }
    }
    await expectAccessible(page, "for sales");
  });
});
