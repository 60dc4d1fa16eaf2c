import { expectAccessible, expectAccessibleEverywhere } from "../accessible";
import { giveTenant, newCustomer } from "../customers";
import { emulator } from "../emulator";
import { expect, signIn, test } from "../fixtures";
import { pressRefresh, readAgain, rowsIn } from "../lists";
import { newCart, orderButton, reachOrder } from "../ordering";

const LISTS = [
  ["/customers", "Customers"],
  ["/orders", "Orders"],
  ["/subscriptions", "Subscriptions"],
] as const;

test("with Ion slow or down lists answer as fast as ever; what can't be done is said, and goes by itself", {
  tag: "@lists",
}, async ({ page }) => {
  await signIn(page, "admin");
  const since = page.getByRole("status").getByText(/Ion has not answered since/);
  const refusal = page
    .getByRole("alert")
    .filter({ hasText: "Ion did not answer. These rows stay as they are." });

  const eachListOpens = async () => {
    for (const [path, label] of LISTS) {
      await page.goto(path);
      // One answer of Ion takes longer than this.
      await expect(rowsIn(page, label).first(), path).toBeVisible({ timeout: 5000 });
      await expect(page.getByText(/^As of /).first(), path).toBeVisible();
    }
    await page.goto("/catalog?q=exchange");
    await expect(page.getByRole("list", { name: "Products" }).getByRole("listitem")).toHaveCount(1, {
      timeout: 5000,
    });
  };

  await test.step("Ion takes its time", async () => {
    await emulator.slow(8000);
    await eachListOpens();
    await emulator.slow(0);
  });

  await test.step("Ion is down: a refresh says why nothing came, the rows stay", async () => {
    await emulator.breakWith({ kind: "status", status: 503, path: "*" });
    await page.goto("/orders");
    // A pass that Ion answered late may still be under way, and a refresh only waits for it; the next one is refused.
    await expect(async () => {
      await pressRefresh(page);
      await expect(refusal).toBeVisible({ timeout: 3000 });
    }).toPass({ timeout: 40_000 });
    await expect(rowsIn(page, "Orders").first()).toBeVisible();
    await page.goto("/customers");
    await pressRefresh(page);
    await expect(refusal).toBeVisible();
    await expect(since).toBeAttached();
    await expectAccessibleEverywhere(page, "down");
  });

  await test.step("every list opens, searches and sorts all the same, under the banner", async () => {
    await eachListOpens();
    await expect(since).toBeAttached();
    await page.goto("/customers");
    await page.getByRole("searchbox").fill("zzzz-nobody");
    await expect(page.getByText("No customer matches")).toBeVisible();
    await page.keyboard.press("Escape");
    await page.getByRole("columnheader", { name: "Created" }).getByRole("button").click();
    await expect(rowsIn(page, "Customers").first()).toBeVisible();
    await expectAccessible(page, "down");
  });

  await test.step("the banner goes when Ion is back, and a refresh works again", async () => {
    await emulator.heal();
    await expect(page.getByRole("status").getByText("Ion is answering again")).toBeAttached();
    await expect(since).toHaveCount(0);
    await pressRefresh(page);
    await expect(refusal).toHaveCount(0);
    await expectAccessible(page, "back");
  });
});

test("what is done through the portal is in the lists at once; what others do comes with a refresh", {
  tag: "@lists",
}, async ({ page, browser }) => {
  const customer = await newCustomer(browser);
  await giveTenant(customer);
  const [elsewhere] = await emulator.orders(customer.id);
  await signIn(page, "admin");
  const row = (id: string) =>
    page.getByRole("table", { name: "Orders" }).getByRole("link", { name: id, exact: true });

  await test.step("an order placed here", async () => {
    await page.goto(`/customers/${customer.id}/carts/${await newCart(customer, 2)}/review`);
    await orderButton(page).click();
    const orderId = await reachOrder(page);
    await page.goto("/orders");
    await expect(row(orderId)).toBeVisible({ timeout: 5000 });
    await page.goto(`/customers/${customer.id}/orders`);
    await expect(row(orderId)).toBeVisible({ timeout: 5000 });
  });

  await test.step("an order placed elsewhere", async () => {
    await readAgain(page, "/orders");
    await expect(row(elsewhere?.orderId ?? "")).toBeVisible();
    await expectAccessible(page, "after a refresh");
  });

  await test.step("a name that is changed here is the new one in every list", async () => {
    const name = `Neu ${customer.word}`;
    await page.goto(`/customers/${customer.id}/edit`);
    await page.getByRole("textbox", { name: "Organization", exact: true }).fill(name);
    await page.getByRole("button", { name: "Save changes" }).click();
    await expect(page.getByRole("heading", { level: 1, name })).toBeVisible();
    await page.goto(`/customers?q=${customer.word}`);
    await expect(rowsIn(page, "Customers")).toHaveText([name]);
    await page.goto(`/orders?q=${customer.word}`);
    await expect(row(elsewhere?.orderId ?? "")).toBeVisible();
    await expect(page.getByRole("link", { name }).first()).toBeVisible();
  });
});
