import { expectAccessible } from "../accessible";
import { giveTenant, newCustomer } from "../customers";
import { emulator } from "../emulator";
import { expect, signIn, test } from "../fixtures";
import { MAIL_MONTHLY, orderButton, reachOrder, reviewButton, subscriptionLink } from "../ordering";

test("an order for a customer with a tenant says so and asks next to nothing", {
  tag: "@main",
}, async ({ page, browser }) => {
  const customer = await newCustomer(browser);
  const tenant = await giveTenant(customer);
  await signIn(page, "sales");

  await test.step("the product's page asks for whom, and tells where it goes", async () => {
    await page.goto(`/catalog/${MAIL_MONTHLY.productId}`);
    await expect(page.getByRole("heading", { level: 1, name: MAIL_MONTHLY.product })).toBeVisible();
    await expectAccessible(page);
    await page.getByRole("row", { name: MAIL_MONTHLY.partNumber }).getByRole("radio").check();
    await page.getByRole("spinbutton", { name: "Quantity" }).fill("3");
    await page.getByRole("button", { name: "Add to cart" }).click();
    const dialog = page.getByRole("dialog", { name: "Whose cart?" });
    const choice = dialog.getByRole("combobox", { name: "Customer" });
    await choice.press("Enter");
    await expect(choice).toHaveAccessibleDescription(/Choose a customer\./);
    await choice.fill(customer.word);
    await expectAccessible(page, "choosing the customer");
    await page.getByRole("option", { name: customer.organization }).click();
    await dialog.getByRole("button", { name: "Add to cart" }).click();
    await expect(page.getByText(`Goes into the tenant ${tenant}.`)).toBeVisible();
    await page.getByRole("link", { name: "Open cart" }).first().click();
  });

  await test.step("the cart names the tenant and asks nothing", async () => {
    await expect(page.getByRole("heading", { level: 1, name: /^Cart \d+/ })).toBeVisible();
    await expect(page.getByRole("spinbutton", { name: `Quantity of ${MAIL_MONTHLY.sku}` })).toHaveValue("3");
    await expect(page.getByText(/missing/)).toHaveCount(0);
    await page.getByRole("button", { name: /^Questions from Microsoft/ }).click();
    await expect(page.getByText(`Goes into the existing tenant ${tenant}.`)).toBeVisible();
    await expect(page.getByRole("textbox", { name: "New tenant's domain" })).toHaveCount(0);
    await expectAccessible(page);
    await reviewButton(page).click();
  });

  await test.step("the order adds to the tenant and makes no administrator", async () => {
    await expect(page.getByText(`Goes into the existing tenant ${tenant}.`)).toBeVisible();
    await expectAccessible(page);
    await orderButton(page).click();
    await reachOrder(page);
    await expect(subscriptionLink(page)).toBeVisible();
    await expect(page.getByText("Administrator of the new tenant")).toHaveCount(0);
    await expectAccessible(page);
  });

  const [order] = await emulator.orders(customer.id);
  const attributes = order?.orderItems[0]?.attributes ?? [];
  expect(attributes).toContainEqual({ name: "operations", value: "addSubscription" });
  expect(await emulator.subscriptions(customer.id)).toHaveLength(2);
});
