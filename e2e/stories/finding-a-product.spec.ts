import type { Locator, Page } from "playwright/test";
import { expectAccessible, expectAccessibleEverywhere } from "../accessible";
import { expect, signIn, test } from "../fixtures";
import { tabTo } from "../keyboard";
import { MAIL_MONTHLY } from "../ordering";

const search = (page: Page) => page.getByRole("searchbox", { name: /^Search products/ });
const products = (page: Page) => page.getByRole("list", { name: "Products" });
const names = (page: Page) => products(page).getByRole("listitem").getByRole("link");
const found = (page: Page) => page.getByText(/^\d+( of \d+)? products?$/);

/** "3 of 40 products" is 3; "40 products" is 40. */
async function totalOf(page: Page): Promise<number> {
  return Number(/^\d+/.exec((await found(page).textContent()) ?? "")?.[0]);
}

/** The number beside a value of a facet. */
async function countBeside(label: Locator): Promise<number> {
  return Number(await label.locator("span").last().textContent());
}

async function ask(page: Page, text: string): Promise<void> {
  await search(page).fill(text);
  await expect(page).toHaveURL(text.trim() === "" ? /\/catalog$/ : /[?&]q=/);
  await expect(products(page).or(page.getByText("No product matches"))).not.toHaveAttribute(
    "aria-busy",
    "true",
  );
}

test("a search of the catalog answers while it is typed, forgives typing, and knows exact ids", {
  tag: "@lists",
}, async ({ page }) => {
  await signIn(page, "sales");
  await page.goto("/catalog");
  await expect(names(page).first()).toBeVisible();

  await test.step("each letter narrows the list down, the words are marked, the focus stays", async () => {
    const all = await totalOf(page);
    await search(page).pressSequentially("exch");
    await expect(names(page)).toHaveText([MAIL_MONTHLY.product]);
    expect(await totalOf(page)).toBeLessThan(all);
    await expect(products(page).locator("mark").first()).toHaveText(/^exch$/i);
    await expect(search(page)).toBeFocused();
    await search(page).pressSequentially("ange onl");
    await expect(names(page).first()).toHaveText(MAIL_MONTHLY.product);
    await expectAccessible(page, "with hits");
  });

  await test.step("misspelled words find what is meant, and it says what it looked for", async () => {
    await ask(page, "micorsoft 365 busines");
    const first = products(page).getByRole("listitem").first();
    await expect(first.getByRole("link")).toHaveText("Microsoft 365 NCE");
    await expect(first).toContainText("Microsoft 365 Business Basic");
    await expect(page.getByText("Showing results for microsoft 365")).toBeVisible();
    await expectAccessibleEverywhere(page, "corrected");
    await page.getByRole("button", { name: "Search for ‘micorsoft 365 busines’ instead" }).click();
    await expect(page.getByText("No product matches")).toBeVisible();
    await expectAccessible(page, "nothing found");
  });

  await test.step("an exact SKU id or part number comes first", async () => {
    for (const id of [MAIL_MONTHLY.skuId, MAIL_MONTHLY.partNumber, MAIL_MONTHLY.partNumber.toLowerCase()]) {
      await ask(page, id);
      await expect(names(page).first(), id).toHaveText(MAIL_MONTHLY.product);
      await expect(products(page).getByRole("listitem").first().locator("mark").first(), id).toBeVisible();
    }
  });

  await test.step("nothing that is typed is an error", async () => {
    const errors: string[] = [];
    page.on("response", (answer) => {
      if (answer.status() >= 400) errors.push(`${answer.status()} ${answer.url()}`);
    });
    for (const text of [
      `"exchange online"`,
      `'; DROP TABLE mirror_products; --`,
      `exchange & (online | !plan) <-> 2:*`,
      `.*+?^$` + "{}()|[]\\",
      `%_\\`,
      `🦊 日本語 ​ ‮`,
      `-exchange OR AND NOT NEAR/2`,
      "x".repeat(5000),
      "a ".repeat(2500),
    ]) {
      await ask(page, text);
      const answer = names(page).first().or(page.getByText("No product matches"));
      await expect(answer.first(), text.slice(0, 40)).toBeVisible();
      await expect(page.getByRole("main").getByRole("alert"), text.slice(0, 40)).toHaveCount(0);
    }
    // A per cent sign stands for itself.
    await ask(page, "%");
    await expect(page.getByText("No product matches")).toBeVisible();
    expect(errors).toEqual([]);
    await expectAccessible(page, "odd words");
  });
});

test("facets of the catalog tell the truth, and the address holds all of it", { tag: "@lists" }, async ({
  page,
}) => {
  await signIn(page, "admin");
  await page.goto("/catalog");
  await expect(names(page).first()).toBeVisible();
  const filters = page.getByRole("complementary", { name: "Filters" });
  const all = await totalOf(page);

  await test.step("each product comes once while the list is scrolled to its end", async () => {
    const seen = new Map<number, string>();
    for (let screens = 0; seen.size < all && screens < 60; screens += 1) {
      const drawn = await products(page).evaluate((list) =>
        [...list.querySelectorAll("li[aria-posinset]")].map((row) => ({
          place: Number(row.getAttribute("aria-posinset")),
          name: row.querySelector("a")?.textContent ?? "",
        })),
      );
      for (const { place, name } of drawn) seen.set(place, name);
      await page.evaluate(() => window.scrollBy(0, window.innerHeight * 0.8));
      await page.evaluate(() => new Promise((done) => requestAnimationFrame(done)));
    }
    expect([...seen.keys()].sort((a, b) => a - b)).toEqual(Array.from({ length: all }, (_, n) => n + 1));
    expect(new Set(seen.values()).size).toBe(all);
    await page.evaluate(() => window.scrollTo(0, 0));
  });

  await test.step("the number beside a value is what choosing it shows", async () => {
    for (const facet of ["Vendor", "Category", "Billing", "Term", "Currency"]) {
      const group = filters.getByRole("region", { name: facet, exact: true });
      const box = group.getByRole("checkbox").first();
      const count = await countBeside(group.locator("label").first());
      await box.check();
      await expect(found(page), facet).toHaveText(
        count === all ? `${all} products` : new RegExp(`^${count} of ${all} products$`),
      );
      const chip = page.getByRole("button", { name: new RegExp(`^Remove filter: ${facet} `) });
      await chip.click();
      await expect(chip).toHaveCount(0);
      await expect(found(page)).toHaveText(`${all} products`);
      await expect(box).not.toBeChecked();
    }
  });

  await test.step("two values of one facet add up, two facets narrow down", async () => {
    const vendor = filters.getByRole("region", { name: "Vendor", exact: true });
    const first = await countBeside(vendor.locator("label").nth(0));
    const second = await countBeside(vendor.locator("label").nth(1));
    await vendor.getByRole("checkbox").nth(0).check();
    await vendor.getByRole("checkbox").nth(1).check();
    await expect(found(page)).toHaveText(`${first + second} of ${all} products`);
    const billing = filters.getByRole("region", { name: "Billing", exact: true });
    const narrowed = await countBeside(billing.locator("label").last());
    await billing.getByRole("checkbox").last().check();
    await expect(found(page)).toHaveText(`${narrowed} of ${all} products`);
    await expectAccessible(page, "filtered");
  });

  await test.step("sorted by price, the lowest is first; by name, from A to Z", async () => {
    const sort = page.getByRole("combobox", { name: "Sort" });
    await sort.selectOption({ label: "Name" });
    await expect(page).toHaveURL(/sort=name/);
    await expect
      .poll(async () => {
        const shown = await names(page).allTextContents();
        return shown.join() === [...shown].sort((a, b) => a.localeCompare(b, "en")).join();
      })
      .toBe(true);
    await sort.selectOption({ label: "Price, lowest first" });
    await expect(page).toHaveURL(/sort=price/);
  });

  await test.step("the address brings all of it back, also for a colleague", async () => {
    await search(page).fill("e");
    await expect(page).toHaveURL(/q=e/);
    const words = (await found(page).textContent()) ?? "";
    const shown = await names(page).allTextContents();
    const chips = await page.getByRole("button", { name: /^Remove filter: / }).allTextContents();
    expect(chips).toHaveLength(3);
    const other = await page.context().newPage();
    await other.goto(page.url());
    await expect(found(other)).toHaveText(words);
    expect(await names(other).allTextContents()).toEqual(shown);
    expect(await other.getByRole("button", { name: /^Remove filter: / }).allTextContents()).toEqual(chips);
    await expect(search(other)).toHaveValue("e");
    await expect(other.getByRole("combobox", { name: "Sort" })).toHaveValue("price");
    await other.close();
  });

  await test.step("everything can be taken off at once", async () => {
    await page.getByRole("button", { name: "Clear all" }).click();
    await search(page).fill("");
    await expect(found(page)).toHaveText(`${all} products`);
    await expectAccessibleEverywhere(page);
  });
});

test("plans of a product are compared side by side with the keyboard", { tag: "@lists" }, async ({
  page,
}) => {
  await signIn(page, "admin");
  await page.goto("/catalog/Microsoft365EandFNCE-demonce");
  const table = page.getByRole("table", { name: "Compare plans" });
  const columns = table.getByRole("columnheader");
  await expect(table).toBeVisible();
  const before = await columns.count();

  await test.step("a plan is taken away and another one added", async () => {
    const takeAway = table.getByRole("button", { name: /^Take away: / }).first();
    const removed = (await takeAway.textContent()) ?? "";
    await tabTo(page, takeAway);
    await page.keyboard.press("Enter");
    await expect(columns).toHaveCount(before - 1);
    await expect(table.getByRole("button", { name: removed })).toHaveCount(0);
    await tabTo(page, page.getByRole("combobox", { name: "Add a plan" }), "Shift+Tab");
    await page.keyboard.press("ArrowDown");
    await expect(columns).toHaveCount(before);
    await expectAccessibleEverywhere(page, "compared");
  });

  await test.step("only what differs stays when asked for, and each of these lines does differ", async () => {
    const lines = table.getByRole("row");
    const many = await lines.count();
    await tabTo(page, page.getByRole("checkbox", { name: "Only what differs" }));
    await page.keyboard.press("Space");
    await expect.poll(() => lines.count()).toBeLessThan(many);
    for (const line of (await lines.all()).slice(1)) {
      await expect(line.getByRole("rowheader")).toContainText("(differs)");
      expect(new Set(await line.getByRole("cell").allTextContents()).size).toBeGreaterThan(1);
    }
    await expectAccessible(page, "only differences");
  });

  await test.step("the comparison is in the address", async () => {
    const compared = await columns.allTextContents();
    await page.reload();
    await expect(columns).toHaveText(compared);
  });
});
