import { expectAccessible, expectAccessibleEverywhere } from "../accessible";
import { expect, signIn, test, unique } from "../fixtures";
import { rowsIn } from "../lists";

test("a view is saved, pinned, shared, changed and deleted, and a colleague has it too", {
  tag: "@lists",
}, async ({ page, browser }) => {
  const name = unique("Active by date ");
  const navigation = page.getByRole("navigation", { name: "Main" });
  const menu = page.getByRole("button", { name: "Views", exact: true });
  const current = page.getByRole("button", { name, exact: true });
  const panel = page.getByRole("dialog", { name: "Views" });
  const rows = rowsIn(page, "Customers");
  await signIn(page, "admin");
  await page.goto("/customers?status=active&sort=-created");
  await expect(rows.first()).toBeVisible();

  await test.step("saved with its filters and order, it is in the navigation at once", async () => {
    await menu.click();
    await panel.getByLabel("Save this list as a view").fill(name);
    await panel.getByRole("checkbox", { name: "Share it with the team" }).check();
    await expectAccessible(page, "saving");
    await panel.getByRole("button", { name: "Save", exact: true }).click();
    await expect(page.getByText(`View ‘${name}’ is saved`, { exact: true })).toBeVisible();
    await expect(navigation.getByRole("link", { name })).toBeVisible();
    await expect(current).toBeVisible();
    await expect(page.getByText("Changed", { exact: true })).toHaveCount(0);
  });

  await test.step("from the navigation it brings the list back as it was", async () => {
    await page.goto("/orders");
    await navigation.getByRole("link", { name }).click();
    await expect(page).toHaveURL(/\/customers\?.*view=/);
    await expect(page.getByRole("button", { name: "Remove filter: Status Active" })).toBeVisible();
    await expect(page.getByRole("columnheader", { name: "Created" })).toHaveAttribute(
      "aria-sort",
      "descending",
    );
    await expectAccessibleEverywhere(page, "a view");
  });

  await test.step("what is changed is marked, and kept when somebody says so", async () => {
    await page.getByRole("columnheader", { name: "Organization" }).getByRole("button").click();
    await expect(page.getByText("Changed", { exact: true })).toBeVisible();
    await expectAccessible(page, "changed");
    await current.click();
    await panel.getByRole("button", { name: `Keep changes in ‘${name}’` }).click();
    await expect(page.getByText("Changed", { exact: true })).toHaveCount(0);
    await page.goto("/orders");
    await navigation.getByRole("link", { name }).click();
    await expect(page.getByRole("columnheader", { name: "Organization" })).toHaveAttribute(
      "aria-sort",
      "ascending",
    );
  });

  const context = await browser.newContext();
  const colleague = await context.newPage();
  await test.step("a colleague sees the shared view, whose it is, and can't change it", async () => {
    await signIn(colleague, "sales");
    await colleague.goto("/customers");
    await colleague.getByRole("button", { name: "Views", exact: true }).click();
    const shared = colleague.getByRole("dialog", { name: "Views" }).getByRole("link", { name });
    await expect(shared).toContainText("by Adam Keller");
    await expectAccessible(colleague, "a colleague's views");
    await shared.click();
    await expect(colleague.getByRole("button", { name: "Remove filter: Status Active" })).toBeVisible();
    await colleague.getByRole("button", { name, exact: true }).click();
    const theirs = colleague.getByRole("dialog", { name: "Views" });
    await expect(theirs.getByRole("link", { name })).toBeVisible();
    await expect(theirs.getByRole("button", { name: "Delete" })).toHaveCount(0);
    await expect(theirs.getByRole("checkbox", { name: "Share it with the team" })).toHaveCount(0);
  });

  await test.step("unpinned, it leaves the navigation and stays a view", async () => {
    await current.click();
    await panel.getByRole("button", { name: "Unpin" }).click();
    await expect(navigation.getByRole("link", { name })).toHaveCount(0);
    await expect(panel.getByRole("link", { name })).toBeVisible();
  });

  await test.step("deleted by mistake, it comes back; deleted on purpose, it is gone for all", async () => {
    const toast = page.getByText(`View ‘${name}’ is deleted`, { exact: true });
    await panel.getByRole("button", { name: "Delete" }).click();
    await expect(toast).toBeVisible();
    await page.getByRole("button", { name: "Undo" }).click();
    await expect(current).toBeVisible();
    await current.click();
    await panel.getByRole("button", { name: "Delete" }).click();
    await expect(menu).toBeVisible();
    await colleague.goto("/customers");
    await colleague.getByRole("button", { name: "Views", exact: true }).click();
    await expect(colleague.getByRole("dialog").getByRole("link", { name: "Whole list" })).toBeVisible();
    await expect(colleague.getByRole("dialog").getByRole("link", { name })).toHaveCount(0);
    await expectAccessible(page, "deleted");
  });
  await context.close();
});
