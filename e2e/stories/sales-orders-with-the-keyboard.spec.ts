import { newCustomer } from "../customers";
import { emulator } from "../emulator";
import { expect, PASSWORD, test } from "../fixtures";
import { pressAt, shortcut, tabTo } from "../keyboard";
import {
  credentialsOf,
  MAIL_MONTHLY,
  orderButton,
  reachOrder,
  reviewButton,
  subscriptionLink,
} from "../ordering";

test("sales orders for a new tenant with the keyboard alone", { tag: "@main" }, async ({ page, browser }) => {
  const customer = await newCustomer(browser);
  const { keyboard } = page;

  await test.step("signs in", async () => {
    await page.goto("/sign-in");
    await expect(page.getByLabel("E-mail")).toBeFocused();
    await keyboard.type("sales@example.com");
    await keyboard.press("Tab");
    await keyboard.type(PASSWORD);
    await keyboard.press("Enter");
    await expect(page).not.toHaveURL(/sign-in/);
  });

  await test.step("chooses the customer with C", async () => {
    await expect(page.getByRole("button", { name: "Choose a customer" })).toBeVisible();
    const choose = page.getByRole("combobox", { name: "Customer you work for" });
    await shortcut(page, "c", choose);
    await keyboard.type(customer.word);
    await expect(page.getByRole("option", { name: customer.organization })).toBeVisible();
    await expect(page.getByRole("option")).toHaveCount(1);
    await keyboard.press("Enter");
    await expect(page.getByRole("banner").getByRole("link", { name: customer.organization })).toBeVisible();
  });

  await test.step("skips to the content of the catalog and searches with /", async () => {
    await pressAt(
      page,
      page.getByRole("navigation", { name: "Main" }).getByRole("link", { name: "Catalog" }),
    );
    await expect(page.getByRole("heading", { level: 1, name: "Catalog" })).toBeVisible();
    await shortcut(page, "/", page.getByRole("searchbox"));
    await keyboard.type("exchange");
    await expect(page.getByRole("list", { name: "Products" }).getByRole("listitem")).toHaveCount(1);
  });

  await test.step("chooses a plan with the arrows and adds seats", async () => {
    await pressAt(page, page.getByRole("button", { name: `Choose plan: ${MAIL_MONTHLY.product}` }));
    const radio = page.getByRole("row", { name: MAIL_MONTHLY.partNumber }).getByRole("radio");
    await tabTo(page, radio);
    await keyboard.press("ArrowDown");
    await expect(radio).not.toBeChecked();
    await keyboard.press("ArrowUp");
    await expect(radio).toBeChecked();
    const quantity = page.getByRole("spinbutton", { name: "Quantity" });
    await tabTo(page, quantity);
    for (const _ of "1234") await keyboard.press("ArrowUp");
    await expect(quantity).toHaveValue("5");
    await keyboard.press("Enter");
    await expect(page.getByRole("status").getByText(`5 × ${MAIL_MONTHLY.sku}`).first()).toBeVisible();
    await pressAt(page, page.getByRole("main").getByRole("link", { name: "Open cart" }));
    await expect(page.getByRole("heading", { level: 1, name: /^Cart \d+/ })).toBeVisible();
  });

  await test.step("is led to what is missing, and answers", async () => {
    const domain = page.getByRole("textbox", { name: "New tenant's domain" });
    const done = page.getByRole("button", { name: "Done" });
    await expect(domain).toBeVisible();
    await pressAt(page, reviewButton(page));
    await expect(page.getByRole("button", { name: /^Questions from Microsoft/ })).toBeFocused();
    await pressAt(page, page.getByRole("checkbox", { name: /has no Microsoft tenant yet/ }), "Space");
    await tabTo(page, done);
    await keyboard.press("Enter");
    const problem = page.getByRole("link", { name: /^New tenant's domain:/ });
    await expect(problem).toBeVisible();
    await pressAt(page, problem);
    await expect(domain).toBeFocused();
    await keyboard.type(customer.word);
    await pressAt(page, done);
    await expect(page.getByRole("button", { name: /^Questions from Microsoft/ })).toBeFocused();
    await expect(page.getByRole("button", { name: /^Questions from Microsoft/ })).toContainText("Complete");
  });

  await test.step("reviews and orders", async () => {
    await tabTo(page, reviewButton(page), "Shift+Tab");
    await keyboard.press("Enter");
    await expect(page.getByRole("heading", { level: 1, name: "Review the order" })).toBeVisible();
    await pressAt(page, orderButton(page));
    await reachOrder(page);
    expect(await emulator.orders(customer.id)).toHaveLength(1);
  });

  await test.step("sees it done, keeps the password and opens the subscription", async () => {
    await expect(subscriptionLink(page)).toBeVisible();
    await pressAt(page, page.getByRole("button", { name: "Show the credentials once" }));
    const dialog = page.getByRole("alertdialog");
    await pressAt(page, dialog.getByRole("button", { name: "Show now" }));
    await expect(credentialsOf(page)).toContainText(`admin@${customer.word}.onmicrosoft.com`);
    await pressAt(page, page.getByRole("button", { name: "I have kept them" }));
    await expect(credentialsOf(page)).not.toContainText("admin@");
    await tabTo(page, subscriptionLink(page), "Shift+Tab");
    await keyboard.press("Enter");
    await expect(page.getByRole("heading", { level: 1, name: MAIL_MONTHLY.sku })).toBeVisible();
    await expect(page.getByRole("heading", { level: 1 }).locator("..")).toContainText("Active");
  });
});
