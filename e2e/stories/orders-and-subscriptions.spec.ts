import type { Page } from "playwright/test";
import { expectAccessible, expectAccessibleEverywhere } from "../accessible";
import { expect, signIn, test } from "../fixtures";
import { countOf, everyRow, readAgain, rowsIn } from "../lists";

type Money = { amount: string; currency: string };

/** Cents of an amount with at most two digits after its point. */
const cents = (amount: string) => Math.round(Number(amount) * 100);

/** What a list's route answers, as a person's browser gets it. */
async function rowsOf<Row>(page: Page, path: string): Promise<Row[]> {
  const answer = await page.request.get(path);
  expect(answer.status(), path).toBe(200);
  return ((await answer.json()) as { rows: Row[] }).rows;
}

test("orders are narrowed down by chips, and what is selected adds up", { tag: "@lists" }, async ({
  page,
}) => {
  await signIn(page, "admin");
  // What earlier stories ordered is counted from the start.
  await readAgain(page, "/orders");
  const table = page.getByRole("table", { name: "Orders" });
  const bar = page.getByRole("region", { name: "Selection" });
  const pill = (name: string) => page.getByRole("button", { name: `Add filter: ${name}` });
  const panel = (name: string) => page.getByRole("dialog", { name });
  await expect(rowsIn(page, "Orders").first()).toBeVisible();
  const all = await countOf(page);

  await test.step("each status promises as many orders as it shows", async () => {
    await pill("Status").click();
    const labels = panel("Status").locator("label");
    await expect(labels.first()).toBeVisible();
    const promised = new Map<string, number>();
    for (const label of await labels.all()) {
      const count = (await label.locator("span").last().textContent()) ?? "";
      const name = ((await label.textContent()) ?? "").slice(0, -count.length).trim();
      promised.set(name, Number(count));
    }
    const [name = ""] = [...promised].find(([, count]) => count > 0 && count < 40) ?? [];
    await panel("Status")
      .getByRole("checkbox", { name: new RegExp(`^${name}`) })
      .check();
    await page.keyboard.press("Escape");
    await expect(page).toHaveURL(/phase=/);
    await expect.poll(() => countOf(page)).toBe(promised.get(name));
    await expect(page.getByRole("status").getByText(`${promised.get(name)} of ${all} orders`)).toBeVisible();
    expect(await everyRow(page, "Orders")).toHaveLength(promised.get(name) ?? 0);
    await page.getByRole("button", { name: `Remove filter: Status ${name}` }).click();
    await expect.poll(() => countOf(page)).toBe(all);
  });

  await test.step("by kind and by customer, together, with both in the address", async () => {
    const [some] = await rowsOf<{ customerId: string; customerName: string }>(page, "/api/orders?kind=new");
    await pill("Kind").click();
    await panel("Kind").getByRole("checkbox", { name: "New order" }).check();
    await page.keyboard.press("Escape");
    await pill("Customer").click();
    await panel("Customer")
      .getByRole("combobox")
      .fill(some?.customerName ?? "");
    await page
      .getByRole("option", { name: some?.customerName ?? "" })
      .first()
      .click();
    await expect(page).toHaveURL(new RegExp(`customer=${some?.customerId}`));
    await expect(page).toHaveURL(/kind=new/);
    const expected = await rowsOf(page, `/api/orders?kind=new&customer=${some?.customerId}`);
    await expect.poll(() => countOf(page)).toBe(expected.length);
    await expect(page.getByRole("button", { name: /^Remove filter: Customer / })).toBeVisible();
    await expectAccessibleEverywhere(page, "filtered");
    await page.getByRole("button", { name: "Clear filters" }).click();
    await expect.poll(() => countOf(page)).toBe(all);
  });

  await test.step("the money of the selection is the sum of its rows, a sum for each currency", async () => {
    await page.goto("/orders?kind=new&sort=-total");
    await expect(rowsIn(page, "Orders").first()).toBeVisible();
    const rows = await rowsOf<{ id: string; totals: Money[] }>(page, "/api/orders?kind=new&sort=-total");
    const chosen = rows.filter(({ totals }) => totals.length > 0).slice(0, 6);
    const sums = new Map<string, number>();
    for (const { id, totals } of chosen) {
      for (const { amount, currency } of totals)
        sums.set(currency, (sums.get(currency) ?? 0) + cents(amount));
      await page.getByRole("checkbox", { name: `Select Order ${id}`, exact: true }).check();
    }
    await expect(bar).toContainText(`${chosen.length} selected`);
    for (const [currency, sum] of sums) {
      const words = (sum / 100).toLocaleString("en-US", { minimumFractionDigits: 2 });
      await expect(bar).toContainText(new RegExp(`${words.replaceAll(".", "\\.")}\\s*${currency}`));
    }
    await expectAccessible(page, "money of the selection");
    await table.getByRole("columnheader", { name: "Ordered", exact: true }).getByRole("button").click();
    await expect(bar).toContainText(`${chosen.length} selected`);
  });

  await test.step("numbers and days sort as numbers and days", async () => {
    for (const [column, read] of [
      ["Order", (text: string) => Number(text)],
      ["Seats", (text: string) => Number(text.replaceAll(",", ""))],
    ] as const) {
      const header = table.getByRole("columnheader", { name: column, exact: true });
      await header.getByRole("button").click();
      await expect(header).toHaveAttribute("aria-sort", "descending");
      await expect(table).toHaveAttribute("aria-busy", "false");
      const at = await header.evaluate((cell) => (cell as HTMLTableCellElement).cellIndex);
      const numbers = (
        await table.evaluate(
          (element, place) =>
            [...element.querySelectorAll("tbody [aria-rowindex]")].map(
              (row) => row.children[place]?.textContent ?? "",
            ),
          at,
        )
      )
        .filter((text) => text !== "–")
        .map(read);
      expect(numbers, column).toEqual([...numbers].sort((a, b) => b - a));
      expect(numbers.length).toBeGreaterThan(5);
    }
  });

  await test.step("a cell in which something is cut off tells the whole of it", async () => {
    const cells = table.locator("tbody td");
    const cut = await cells.evaluateAll((all) =>
      all.flatMap(({ scrollWidth, clientWidth }, at) => (scrollWidth > clientWidth ? [at] : [])),
    );
    const [first] = cut;
    if (first === undefined) throw new Error("nothing is cut off in the list");
    await expect(cells.nth(first)).not.toHaveAttribute("title");
    await cells.nth(first).hover();
    await expect(cells.nth(first)).toHaveAttribute("title", (await cells.nth(first).textContent()) ?? "");
    const last = table.locator("tbody [aria-rowindex]").first().locator("td").last();
    await last.hover();
    await expect(last).not.toHaveAttribute("title");
  });

  await test.step("scrolling brings every order once", async () => {
    await page.goto("/orders");
    await expect(rowsIn(page, "Orders").first()).toBeVisible();
    const found = await everyRow(page, "Orders");
    expect(new Set(found).size).toBe(all);
    expect(found.every((href) => /^\/customers\/\d+\/orders\/\d+$/.test(href))).toBe(true);
  });
});

test("subscriptions are searched, filtered and scrolled; seats and money of the selection are told", {
  tag: "@lists",
}, async ({ page }) => {
  await signIn(page, "admin");
  await page.goto("/subscriptions");
  const table = page.getByRole("table", { name: "Subscriptions" });
  const rows = rowsIn(page, "Subscriptions");
  const bar = page.getByRole("region", { name: "Selection" });
  await expect(rows.first()).toBeVisible();
  const all = await countOf(page);

  await test.step("every subscription comes once while scrolling", async () => {
    const found = await everyRow(page, "Subscriptions");
    expect(new Set(found).size).toBe(all);
  });

  await test.step("a search and a vendor narrow it down to what has both", async () => {
    const search = page.getByRole("searchbox", { name: "Search subscriptions" });
    await search.pressSequentially("business");
    await expect(page).toHaveURL(/q=business/);
    await expect.poll(() => countOf(page)).toBeLessThan(all);
    await expect(search).toBeFocused();
    const before = await countOf(page);
    const vendor = table.getByTitle(/^Show only /).first();
    const name = (await vendor.textContent()) ?? "";
    await vendor.click();
    await expect(page).toHaveURL(/provider=/);
    await expect(page.getByRole("button", { name: `Remove filter: Vendor ${name}` })).toBeVisible();
    expect(await countOf(page)).toBeLessThanOrEqual(before);
    await expectAccessibleEverywhere(page, "searched");
    await page.goBack();
    await expect(page).not.toHaveURL(/provider=/);
    await expect(search).toHaveValue("business");
    await page.getByRole("button", { name: "Clear filters" }).click();
    await expect.poll(() => countOf(page)).toBe(all);
  });

  await test.step("seats of the selection add up over a change of the filter", async () => {
    await page.goto("/subscriptions?status=active&sort=-seats");
    await expect(rows.first()).toBeVisible();
    const active = await rowsOf<{ name: string; seats: number | null }>(
      page,
      "/api/subscriptions?status=active&sort=-seats",
    );
    const boxes = page.getByRole("checkbox", { name: /^Select / });
    for (const place of [1, 2, 3]) await boxes.nth(place).check();
    const seats = active.slice(0, 3).reduce((sum, row) => sum + (row.seats ?? 0), 0);
    await expect(bar).toContainText("3 selected");
    await expect(bar).toContainText(`${seats.toLocaleString("en-US")} seats`);
    await page.getByRole("button", { name: "Remove filter: Status Active" }).click();
    await expect(bar).toContainText("3 selected");
    await expect(bar).toContainText(`${seats.toLocaleString("en-US")} seats`);
    await expectAccessible(page, "selected");
  });
});
