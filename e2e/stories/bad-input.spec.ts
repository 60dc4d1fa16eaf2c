import { expectAccessible } from "../accessible";
import { fillCustomer, giveTenant, newCustomer, someCustomer } from "../customers";
import { emulator } from "../emulator";
import { expect, signIn, test } from "../fixtures";
import { MAIL_MONTHLY, newCart } from "../ordering";

const SCRIPT = `<script>alert(1)</script><img src=x onerror="alert(2)">`;
const OFFICE_BASIC = { productId: "Microsoft365EandFNCE-demonce", partNumber: "CFQ7TTC0LH18:0001:P1M:M" };

test("a quantity that can't be is refused where it was typed, and never sent", { tag: "@main" }, async ({
  page,
  browser,
}) => {
  const customer = await newCustomer(browser);
  await giveTenant(customer);
  const cartId = await newCart(customer, 2);
  await signIn(page, "sales");

  await test.step("in the catalog", async () => {
    await page.goto(`/catalog/${OFFICE_BASIC.productId}`);
    await page.getByRole("row", { name: OFFICE_BASIC.partNumber }).getByRole("radio").check();
    const quantity = page.getByRole("spinbutton", { name: "Quantity" });
    for (const [typed, reason] of [
      ["0", /At least 1/],
      ["-1", /At least 1/],
      ["1.5", /whole number/],
      ["301", /At most 300/],
      ["abc", /whole number/],
      ["", /whole number/],
      ["99999999999999999999", /At most 300/],
    ] as const) {
      await quantity.fill(typed);
      await page.getByRole("button", { name: "Add to cart" }).click();
      await expect(quantity, typed).toHaveAccessibleDescription(reason);
      await expect(quantity, typed).toHaveValue(typed);
      await expect(page.getByRole("dialog"), typed).toHaveCount(0);
    }
    await expectAccessible(page, "wrong quantity");
    await quantity.fill("300");
    await page.getByRole("button", { name: "Add to cart" }).click();
    await expect(page.getByRole("dialog", { name: "Whose cart?" })).toBeVisible();
  });

  await test.step("in the cart", async () => {
    await page.goto(`/customers/${customer.id}/carts/${cartId}`);
    const quantity = page.getByRole("spinbutton", { name: `Quantity of ${MAIL_MONTHLY.sku}` });
    for (const [typed, reason] of [
      ["0", /At least 1/],
      ["-1", /At least 1/],
      ["1.5", /whole number/],
    ] as const) {
      await quantity.fill(typed);
      await quantity.press("Tab");
      await expect(quantity, typed).toHaveAccessibleDescription(reason);
    }
    await expectAccessible(page, "wrong quantity");
    await quantity.fill("7");
    await quantity.press("Tab");
    await expect(page.getByRole("region", { name: "Totals" })).toContainText("33.60");
    await expect
      .poll(async () => (await emulator.carts(customer.id))[0]?.items.map((item) => item.quantity))
      .toEqual([7]);
  });
});

test("script in every text field stays text, and endless names are refused", { tag: "@main" }, async ({
  page,
}) => {
  const alerts: string[] = [];
  page.on("dialog", async (dialog) => {
    if (dialog.type() === "alert") alerts.push(dialog.message());
    await dialog.accept();
  });
  const customer = { ...someCustomer(), street: SCRIPT, firstName: SCRIPT, lastName: SCRIPT, city: SCRIPT };
  customer.organization = `${SCRIPT} ${customer.word}`;
  const organization = page.getByRole("textbox", { name: "Organization", exact: true });
  await signIn(page, "admin");
  await page.goto("/customers/new");

  await test.step("ten thousand characters", async () => {
    await fillCustomer(page, { ...customer, organization: "x".repeat(10_000) });
    await page.getByRole("button", { name: "Create customer" }).click();
    await expect(organization).toHaveAccessibleDescription(/at most \d+ characters/);
    await expect(organization).toHaveValue(/^x{10000}$/);
    await expectAccessible(page, "endless name");
  });

  await test.step("script", async () => {
    await organization.fill(customer.organization);
    await page.getByRole("button", { name: "Create customer" }).click();
    await expect(page.getByRole("heading", { name: "is a customer now" })).toContainText(SCRIPT);
    await page.getByRole("button", { name: /^Open / }).click();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(customer.organization);
    await page.getByRole("button", { name: "Order for this customer" }).click();
    await expect(page.getByRole("banner")).toContainText(SCRIPT);
    for (const path of [
      `/customers?q=${encodeURIComponent(SCRIPT)}`,
      `/catalog?q=${encodeURIComponent(SCRIPT)}`,
    ]) {
      await page.goto(path);
      await expect(page.getByRole("searchbox")).toHaveValue(SCRIPT);
    }
    expect(alerts).toEqual([]);
  });
});
