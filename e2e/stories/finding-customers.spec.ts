import { expectAccessible, expectAccessibleEverywhere } from "../accessible";
import { expect, signIn, test } from "../fixtures";
import { shortcut } from "../keyboard";
import { countOf, everyRow, rowsIn } from "../lists";

const COLUMNS = ["Organization", "Status", "Contact", "E-mail", "Country", "Created"];

test("the list of customers is searched, filtered, sorted and scrolled to its end, all of it in the address", {
  tag: "@lists",
}, async ({ page }) => {
  await signIn(page, "admin");
  await page.goto("/customers");
  const rows = rowsIn(page, "Customers");
  const table = page.getByRole("table", { name: "Customers" });
  const search = page.getByRole("searchbox", { name: "Search customers" });
  await expect(rows.first()).toBeVisible();
  const all = await countOf(page);

  await test.step("letters narrow it down while they are typed, and the focus stays where they are typed", async () => {
    const name = ((await rows.nth(4).textContent()) ?? "").trim();
    await search.pressSequentially(name.slice(0, 6).toUpperCase());
    await expect(page).toHaveURL(/[?&]q=/);
    await expect(page.getByRole("status").getByText(new RegExp(`^\\d+ of ${all} customers$`))).toBeVisible();
    await expect(rows.filter({ hasText: name }).first()).toBeVisible();
    await expect(search).toBeFocused();
    await page.keyboard.press("Escape");
    await expect(search).toHaveValue("");
    await expect(page.getByRole("status").getByText(`${all} customers`, { exact: true })).toBeVisible();
  });

  await test.step("a filter is a chip with the number it shows, and can be taken off", async () => {
    await page.getByRole("button", { name: "Add filter: Status" }).click();
    const inactive = page
      .getByRole("dialog", { name: "Status" })
      .getByRole("checkbox", { name: /^Inactive/ });
    const label = page.getByRole("dialog", { name: "Status" }).locator("label", { hasText: "Inactive" });
    const promised = Number(await label.locator("span").last().textContent());
    await inactive.check();
    await expectAccessible(page, "choosing a status");
    await page.keyboard.press("Escape");
    await expect(page).toHaveURL(/status=/);
    await expect(page.getByRole("button", { name: "Change filter: Status Inactive" })).toBeVisible();
    await expect.poll(() => countOf(page)).toBe(promised);
    expect(await everyRow(page, "Customers")).toHaveLength(promised);
    await page.getByRole("button", { name: "Remove filter: Status Inactive" }).click();
    await expect(page).not.toHaveURL(/status=/);
    await expect.poll(() => countOf(page)).toBe(all);
  });

  await test.step("each column sorts, up and down", async () => {
    for (const column of COLUMNS) {
      const header = table.getByRole("columnheader", { name: column, exact: true });
      const ends: string[] = [];
      for (const _ of ["up", "down"]) {
        await header.getByRole("button").click();
        await expect(header, column).toHaveAttribute("aria-sort", /ascending|descending/);
        ends.push((await header.getAttribute("aria-sort")) ?? "");
        await expect(table).toHaveAttribute("aria-busy", "false");
        const place = await header.evaluate((cell) => (cell as HTMLTableCellElement).cellIndex);
        const texts = await table.evaluate(
          (element, at) =>
            [...element.querySelectorAll("tbody [aria-rowindex]")].map(
              (row) => row.children[at]?.textContent ?? "",
            ),
          place,
        );
        const keys = texts.map((text) =>
          column === "Created" ? String(Date.parse(text)).padStart(15) : text,
        );
        const known = keys.filter((key) => key !== "–");
        const compare = new Intl.Collator("en", { sensitivity: "base", numeric: true }).compare;
        const sorted = [...known].sort(compare);
        if (ends.at(-1) === "descending") sorted.reverse();
        // Names that differ in signs alone may stand either way.
        expect(
          known.map((key) => key[0]?.toLowerCase()),
          `${column} ${ends.at(-1)}`,
        ).toEqual(sorted.map((key) => key[0]?.toLowerCase()));
      }
      expect(new Set(ends).size, column).toBe(2);
    }
  });

  await test.step("scrolling brings every customer once", async () => {
    await page.goto("/customers?sort=-created");
    await expect(rows.first()).toBeVisible();
    const found = await everyRow(page, "Customers");
    expect(found).toHaveLength(all);
    expect(new Set(found).size).toBe(all);
    expect(found.every((href) => /^\/customers\/\d+$/.test(href))).toBe(true);
  });

  await test.step("the address brings all of it back", async () => {
    await page.goto("/customers?q=example&status=active&sort=-created");
    await expect(search).toHaveValue("example");
    await expect(page.getByRole("button", { name: "Remove filter: Status Active" })).toBeVisible();
    await expect(table.getByRole("columnheader", { name: "Created" })).toHaveAttribute(
      "aria-sort",
      "descending",
    );
    await expectAccessibleEverywhere(page, "searched and filtered");
  });
});

test("rows of a list are walked, looked at, selected and opened with the keyboard alone", {
  tag: "@lists",
}, async ({ page }) => {
  await signIn(page, "admin");
  await page.goto("/customers");
  const rows = rowsIn(page, "Customers");
  const bar = page.getByRole("region", { name: "Selection" });
  const { keyboard } = page;
  await expect(rows.first()).toBeVisible();
  const [first = "", second = "", third = ""] = (await rows.allTextContents()).map((text) => text.trim());
  const link = (name: string) => rows.getByRole("link", { name, exact: true }).first();

  await test.step("j and k walk, x selects, Shift-x selects up to here", async () => {
    await shortcut(page, "j", link(first));
    await keyboard.press("j");
    await expect(link(second)).toBeFocused();
    await keyboard.press("k");
    await expect(link(first)).toBeFocused();
    await keyboard.press("x");
    await expect(bar).toContainText("1 selected");
    await expect(page.getByRole("checkbox", { name: `Select ${first}`, exact: true }).first()).toBeChecked();
    await keyboard.press("j");
    await keyboard.press("j");
    await expect(link(third)).toBeFocused();
    await keyboard.press("Shift+X");
    await expect(bar).toContainText("3 selected");
    await expectAccessible(page, "selected");
  });

  await test.step("Space looks at a row without leaving the list, and goes on to its neighbour", async () => {
    await keyboard.press("Space");
    const peek = page.getByRole("dialog");
    await expect(peek.getByRole("heading", { name: third })).toBeVisible();
    await expectAccessible(page, "looking at a row");
    await keyboard.press("k");
    await expect(peek.getByRole("heading", { name: second })).toBeVisible();
    await keyboard.press("Escape");
    await expect(peek).toHaveCount(0);
    await expect(bar).toContainText("3 selected");
  });

  await test.step("what is selected stays so while the list is scrolled, searched and sorted", async () => {
    await everyRow(page, "Customers");
    await expect(bar).toContainText("3 selected");
    await shortcut(page, "/", page.getByRole("searchbox", { name: "Search customers" }));
    await keyboard.type("zzzz-nobody");
    await expect(page.getByText("No customer matches")).toBeVisible();
    await expect(bar).toContainText("3 selected");
    await expectAccessible(page, "no match, with a selection");
    await keyboard.press("Escape");
    await expect(link(first)).toBeVisible();
    await page.getByRole("columnheader", { name: "Created" }).getByRole("button").click();
    await expect(bar).toContainText("3 selected");
    const file = bar.getByRole("link", { name: "CSV · 3 rows" });
    await expect(file).toBeVisible();
    await page.getByRole("columnheader", { name: "Organization" }).getByRole("button").click();
    await expect(page.getByRole("checkbox", { name: `Select ${second}`, exact: true }).first()).toBeChecked();
  });

  await test.step("all that match can be selected, loaded or not, and let go again", async () => {
    await page.getByRole("checkbox", { name: "Select all rows shown" }).check();
    const all = await countOf(page);
    const more = bar.getByRole("button", { name: `Select all ${all} that match` });
    if (await more.isVisible()) await more.click();
    await expect(bar.getByRole("status")).toContainText(String(all));
    await bar.getByRole("button", { name: "Clear selection" }).click();
    await expect(bar).toHaveCount(0);
  });

  await test.step("Enter opens", async () => {
    await page.reload();
    await expect(rows.first()).toBeVisible();
    await shortcut(page, "j", link(first));
    await keyboard.press("Enter");
    await expect(page.getByRole("heading", { level: 1, name: first })).toBeVisible();
  });
});

test("columns and row height are remembered by the browser", { tag: "@lists" }, async ({ page }) => {
  await signIn(page, "admin");
  await page.goto("/customers");
  const header = (name: string) => page.getByRole("columnheader", { name, exact: true });
  const options = page.getByRole("button", { name: "Table options" });
  const row = page.getByRole("table", { name: "Customers" }).locator("tbody [aria-rowindex]").first();
  await expect(row).toBeVisible();
  const height = (await row.boundingBox())?.height ?? 0;

  await options.click();
  await page.getByRole("radio", { name: "Compact" }).click();
  await page.getByRole("checkbox", { name: "Ion id" }).check();
  await page.getByRole("checkbox", { name: "E-mail" }).uncheck();
  await page.getByRole("button", { name: "Move Ion id forward" }).click();
  await expectAccessible(page, "choosing columns");
  await page.keyboard.press("Escape");
  await expect(header("Ion id")).toBeVisible();
  await expect(header("E-mail")).toHaveCount(0);
  const order = await page.getByRole("columnheader").allTextContents();

  await page.reload();
  await expect(row).toBeVisible();
  expect(await page.getByRole("columnheader").allTextContents()).toEqual(order);
  expect((await row.boundingBox())?.height).toBeLessThan(height);
  await options.click();
  await page.getByRole("button", { name: "Standard columns" }).click();
  await expect(header("E-mail")).toBeVisible();
  await expect(header("Ion id")).toHaveCount(0);
});
