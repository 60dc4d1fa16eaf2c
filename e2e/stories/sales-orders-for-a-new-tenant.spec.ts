import { expectAccessible, expectAccessibleEverywhere } from "../accessible";
import { newCustomer } from "../customers";
import { emulator } from "../emulator";
import { expect, signIn, test } from "../fixtures";
import {
  credentialsOf,
  MAIL_MONTHLY,
  orderButton,
  reachOrder,
  reviewButton,
  subscriptionLink,
} from "../ordering";

test("sales orders for a new tenant by mouse, up to the active subscription", {
  tag: "@main",
}, async ({ page, browser }) => {
  const customer = await newCustomer(browser);
  await signIn(page, "sales");

  await test.step("finds the customer and starts an order", async () => {
    await page.goto("/customers");
    await page.getByRole("searchbox").fill(customer.word);
    await expect(page.getByText(/^1 of \d+ customers/)).toBeVisible();
    await page.getByRole("link", { name: customer.organization }).click();
    await page.getByRole("button", { name: "Order for this customer" }).click();
    await expect(page.getByRole("heading", { level: 1, name: "Catalog" })).toBeVisible();
    await expect(page.getByText(`for ${customer.organization}`, { exact: false }).first()).toBeVisible();
  });

  await test.step("finds a plan while typing and puts seats into the cart", async () => {
    await page.getByRole("searchbox").pressSequentially("exchange");
    const products = page.getByRole("list", { name: "Products" });
    await expect(products.getByRole("listitem")).toHaveCount(1);
    await expectAccessibleEverywhere(page);
    await page.getByRole("button", { name: `Choose plan: ${MAIL_MONTHLY.product}` }).click();
    await page.getByRole("row", { name: MAIL_MONTHLY.partNumber }).getByRole("radio").check();
    for (const _ of "1234") await page.getByRole("button", { name: "One more" }).click();
    await expect(page.getByText("5 × 4.80")).toBeVisible();
    await expect(page.getByText("Ion knows no tenant of this customer")).toBeVisible();
    await expectAccessibleEverywhere(page, "plans");
    await page.getByRole("button", { name: "Add to cart" }).click();
    await expect(page.getByRole("status").getByText(`5 × ${MAIL_MONTHLY.sku}`).first()).toBeVisible();
    await expectAccessible(page, "added");
    await page.getByRole("link", { name: "Open cart" }).first().click();
  });

  const domain = page.getByRole("textbox", { name: "New tenant's domain" });
  await test.step("answers what the vendor asks, with an error on the way", async () => {
    await expect(page.getByRole("heading", { level: 1, name: /^Cart \d+/ })).toBeVisible();
    await expect(page.getByText("A new tenant will be created.")).toBeVisible();
    await expect(reviewButton(page)).toHaveAccessibleDescription(/2 things are missing/);
    await expect(page.getByRole("textbox", { name: "Email" })).toHaveValue(customer.email);
    await expectAccessibleEverywhere(page);

    await page.getByRole("checkbox", { name: /has no Microsoft tenant yet/ }).check();
    await domain.fill("not a domain!");
    await page.getByRole("button", { name: "Done" }).click();
    await expect(domain).toHaveAttribute("aria-invalid", "true");
    await expect(domain).toHaveAccessibleDescription(/letters/);
    await expectAccessible(page, "with a wrong answer");
    await domain.fill(customer.word);
    await expect(domain).not.toHaveAttribute("aria-invalid", "true");
    await page.getByRole("button", { name: "Done" }).click();
    await expect(page.getByRole("button", { name: /^Questions from Microsoft/ })).toContainText("Complete");
  });

  await test.step("an answer survives leaving the page", async () => {
    await page.reload();
    await page.getByRole("button", { name: /^Questions from Microsoft/ }).click();
    await expect(domain).toHaveValue(customer.word);
  });

  await test.step("reviews everything and orders", async () => {
    await reviewButton(page).click();
    await expect(page.getByRole("heading", { level: 1, name: "Review the order" })).toBeVisible();
    await expect(page.getByText("A new tenant will be created.")).toBeVisible();
    await expect(page.getByText(`${customer.word}.onmicrosoft.com`)).toBeVisible();
    await expect(page.getByText(/By ordering you state that Jule Brandt/)).toBeVisible();
    await expect(orderButton(page)).toHaveText(/^Order 5 seats · .*24\.00/);
    await expectAccessibleEverywhere(page);
    await orderButton(page).click();
  });

  await test.step("watches the order become an active subscription without a reload", async () => {
    await reachOrder(page);
    await expectAccessible(page, "under way");
    await expect(page.getByRole("heading", { level: 1 }).locator("..")).toContainText("Done");
    await expect(subscriptionLink(page)).toBeVisible();
    await expectAccessibleEverywhere(page, "done");
    expect(await emulator.orders(customer.id)).toHaveLength(1);
  });

  await test.step("sees the new administrator's password once, and never again", async () => {
    const [second, show] = [await page.context().newPage(), "Show the credentials once"];
    await second.goto(page.url());
    await expect(second.getByRole("button", { name: show })).toBeVisible();

    await page.getByRole("button", { name: show }).click();
    await expect(page.getByRole("alertdialog")).toBeVisible();
    await expectAccessible(page, "asking");
    await page.getByRole("alertdialog").getByRole("button", { name: "Show now" }).click();
    await expect(credentialsOf(page)).toContainText(`admin@${customer.word}.onmicrosoft.com`);
    const password = (await credentialsOf(page).getByRole("code").nth(1).textContent()) ?? "";
    expect(password).toMatch(/\S{8,}/);
    await expectAccessible(page, "credentials");
    await page.getByRole("button", { name: "I have kept them" }).click();
    await expect(credentialsOf(page)).not.toContainText("admin@");
    expect((await page.content()).includes(password), "the password is gone").toBe(false);

    await second.getByRole("button", { name: show }).click();
    await second.getByRole("alertdialog").getByRole("button", { name: "Show now" }).click();
    await expect(second.getByRole("alert").getByText("already shown once")).toBeVisible();
    await second.close();
    await page.reload();
    await expect(credentialsOf(page)).toContainText("Shown once");
    await expect(page.getByRole("button", { name: show })).toHaveCount(0);
  });

  await test.step("opens the subscription", async () => {
    await subscriptionLink(page).click();
    await expect(page.getByRole("heading", { level: 1, name: MAIL_MONTHLY.sku })).toBeVisible();
    await expect(page.getByRole("heading", { level: 1 }).locator("..")).toContainText("Active");
    await expect(page.getByText(`${customer.word}.onmicrosoft.com`).first()).toBeVisible();
    await expectAccessibleEverywhere(page);
  });
});
