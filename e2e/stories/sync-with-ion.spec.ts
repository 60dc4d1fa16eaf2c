import type { Locator, Page } from "playwright/test";
import { expectAccessible, expectAccessibleEverywhere } from "../accessible";
import { emulator } from "../emulator";
import { expect, signIn, test } from "../fixtures";
import { countOf, rowsIn } from "../lists";

const lists = (page: Page) => page.getByRole("region", { name: "Lists" });
const history = (page: Page) => page.getByRole("region", { name: "History" });
const rowOf = (page: Page, list: string): Locator =>
  lists(page)
    .getByRole("listitem")
    .filter({ has: page.getByRole("heading", { name: list, exact: true }) });

async function syncNow(page: Page, list: string): Promise<void> {
  await rowOf(page, list).getByRole("button", { name: "Sync now" }).click();
}

test("a pass is asked for, watched and found in the history; sales have no say in it", {
  tag: "@lists",
}, async ({ page }) => {
  await signIn(page, "admin");
  await page.goto("/");
  await page.getByRole("navigation", { name: "Main" }).getByRole("link", { name: "Sync with Ion" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Sync with Ion" })).toBeVisible();
  await expectAccessibleEverywhere(page);

  await test.step("each list says how many rows it has and how old they are", async () => {
    for (const [list, path] of [
      ["Customers", "/api/customers"],
      ["Orders", "/api/orders"],
      ["Subscriptions", "/api/subscriptions"],
    ] as const) {
      const { total } = (await (await page.request.get(path)).json()) as { total: number };
      await expect(rowOf(page, list)).toContainText(`${total} rows`);
      await expect(rowOf(page, list)).toContainText(/as of /);
    }
  });

  await test.step("a pass shows that it runs, how far it is, and its end", async () => {
    // Slow enough to be seen.
    await emulator.slow(5000);
    await syncNow(page, "Customers");
    await expect(rowOf(page, "Customers")).toContainText("Running");
    await expect(rowOf(page, "Customers").getByRole("progressbar")).toBeVisible();
    await expectAccessible(page, "running");
    await emulator.slow(0);
    await expect(rowOf(page, "Customers")).toContainText("Up to date", { timeout: 30_000 });
  });

  await test.step("the history has it, with who asked, and can be narrowed down", async () => {
    const passes = history(page).getByRole("list").last().getByRole("listitem");
    await expect(passes.first()).toContainText("Customers");
    await expect(passes.first()).toContainText("Done");
    await expect(passes.first()).toContainText("asked for by Adam Keller");
    await history(page)
      .getByRole("navigation", { name: "Filter by list" })
      .getByRole("link", { name: "Orders" })
      .click();
    await expect(page).toHaveURL(/resource=orders/);
    await expect(history(page).getByText("Customers", { exact: true })).toHaveCount(1);
    await expectAccessible(page, "history of orders");
  });

  await test.step("a pass that fails says why, with the reference, and the rows stay", async () => {
    await page.goto("/admin/sync");
    await emulator.breakWith({ kind: "status", status: 503, path: "/api/*" });
    await syncNow(page, "Customers");
    await expect(rowOf(page, "Customers")).toContainText("Failed", { timeout: 40_000 });
    await expect(
      history(page)
        .getByText(/Ion is not available right now/)
        .first(),
    ).toBeVisible();
    await expectAccessible(page, "failed");
    await emulator.heal();
    await syncNow(page, "Customers");
    await expect(rowOf(page, "Customers")).toContainText("Up to date", { timeout: 30_000 });
  });

  await test.step("sales get neither the page nor what it reads", async () => {
    await signIn(page, "sales");
    await page.goto("/admin/sync");
    await expect(page.getByRole("heading", { level: 1, name: "Not for your role" })).toBeVisible();
    await expect(page.getByRole("link", { name: "Sync with Ion" })).toHaveCount(0);
    expect((await page.request.get("/api/sync/runs")).status()).toBe(403);
    await expectAccessible(page, "for sales");
  });
});

test("a pass that would turn a list upside down waits for a person, who sees it and decides", {
  tag: "@lists",
}, async ({ page }) => {
  await signIn(page, "admin");
  await page.goto("/customers?status=active");
  await expect(rowsIn(page, "Customers").first()).toBeVisible();
  const active = await countOf(page);
  const known = Number(
    ((await (await page.request.get("/api/customers")).json()) as { total: number }).total,
  );
  const held = page.getByRole("region", { name: /^Customers: this update is not plausible/ });
  const dialog = page.getByRole("alertdialog");
  const activeNow = async () =>
    ((await (await page.request.get("/api/customers?status=active")).json()) as { total: number }).total;

  await test.step("half of the list gone: the difference is shown, and nothing of it applied", async () => {
    await emulator.breakWith({ kind: "missing-rows", path: "*/customers", share: 0.5 });
    await page.goto("/admin/sync");
    await syncNow(page, "Customers");
    await expect(held).toBeVisible({ timeout: 30_000 });
    await expect(held).toContainText(
      new RegExp(`\\d+ of ${known} rows are missing \\((4|5)\\d(\\.\\d)?%\\)`),
    );
    await expect(held.getByRole("list").getByRole("link").first()).toBeVisible();
    await expect(rowOf(page, "Customers")).toContainText("Waits for you");
    await expectAccessibleEverywhere(page, "held");
    expect(await activeNow()).toBe(active);
  });

  await test.step("the list says that an update waits, and leads there", async () => {
    await page.goto("/customers");
    await expect(page.getByText("An update waits for a person to decide.")).toBeVisible();
    await expectAccessible(page, "with a held pass");
    await page.getByRole("link", { name: "Look at it" }).click();
    await expect(held).toBeVisible();
  });

  await test.step("discarded, the list stays as it was", async () => {
    await held.getByRole("button", { name: "Discard this update" }).click();
    await expect(dialog).toBeVisible();
    await expectAccessible(page, "asking");
    await dialog.getByRole("button", { name: "Discard this update" }).click();
    await expect(held).toHaveCount(0);
    await expect(
      history(page)
        .getByText(/decided by Adam Keller/)
        .first(),
    ).toBeVisible();
    expect(await activeNow()).toBe(active);
    await emulator.heal();
    await syncNow(page, "Customers");
    await expect(rowOf(page, "Customers")).toContainText("Up to date", { timeout: 30_000 });
    expect(await activeNow()).toBe(active);
  });

  await test.step("one field changed on most rows waits likewise, with what was and what would be", async () => {
    await emulator.breakWith({
      kind: "changed-rows",
      path: "*/customers",
      share: 1,
      fields: { customerStatus: "INACTIVE" },
    });
    await syncNow(page, "Customers");
    await expect(held).toBeVisible({ timeout: 30_000 });
    await expect(held).toContainText(new RegExp(`Status would change on ${active} of ${known} rows`));
    await expect(held).toContainText(/active\s*→\s*inactive/);
    await expectAccessible(page, "held for a field");
  });

  await test.step("applied, the list has it; and when Ion says otherwise, the way back is the same", async () => {
    await held.getByRole("button", { name: "Apply this update" }).click();
    await dialog.getByRole("button", { name: "Apply this update" }).click();
    await expect(held).toHaveCount(0);
    await expect.poll(activeNow, { timeout: 30_000 }).toBe(0);
    await emulator.heal();
    await expect(rowOf(page, "Customers")).toContainText("Up to date", { timeout: 30_000 });
    await syncNow(page, "Customers");
    await expect(held).toBeVisible({ timeout: 30_000 });
    await held.getByRole("button", { name: "Apply this update" }).click();
    await dialog.getByRole("button", { name: "Apply this update" }).click();
    await expect.poll(activeNow, { timeout: 30_000 }).toBe(active);
    await expect(held).toHaveCount(0);
    await expectAccessible(page, "decided");
  });
});
