import { expectAccessible, expectAccessibleEverywhere } from "../accessible";
import { fillCustomer, giveTenant, newCustomer, someCustomer } from "../customers";
import { emulator, type Fault } from "../emulator";
import { expect, signIn, test } from "../fixtures";
import { MAIL_MONTHLY, newCart } from "../ordering";

const ANSWERS: [name: string, fault: Omit<Fault, "path">, words: RegExp][] = [
  ["HTML", { kind: "html" }, /Ion answered something we can't read|Ion failed|not available/],
  ["401", { kind: "status", status: 401 }, /Ion refused our credentials|needs new credentials/],
  ["403", { kind: "status", status: 403 }, /does not let this account/],
  ["409", { kind: "status", status: 409 }, /Ion refused/],
  ["429", { kind: "status", status: 429, retryAfter: 1 }, /Ion is busy/],
  ["500", { kind: "status", status: 500 }, /Ion failed|not available/],
  ["503", { kind: "status", status: 503 }, /not available/],
  ["nothing", { kind: "drop-before" }, /can't be reached|not available/],
];

test("whatever Ion answers, a page says what is true, gives a reference and gets well", {
  tag: "@main",
}, async ({ page, browser }) => {
  const customer = await newCustomer(browser);
  await giveTenant(customer);
  const [order] = await emulator.orders(customer.id);
  const path = `/customers/${customer.id}/orders/${order?.orderId}`;
  await signIn(page, "sales");

  for (const [name, fault, words] of ANSWERS) {
    await test.step(`Ion answers ${name}`, async () => {
      await emulator.breakWith({ ...fault, path: "/api/*" });
      await page.goto(path);
      const problem = page.getByRole("alert").filter({ hasText: "This could not be loaded" });
      await expect(problem).toContainText(words);
      await expect(problem).toContainText(/Reference\s*\S{8,}/);
      await emulator.heal();
      await problem.getByRole("button", { name: "Try again" }).click();
      await expect(page.getByRole("heading", { level: 1, name: `Order ${order?.orderId}` })).toBeVisible();
    });
  }

  await test.step("Ion answers 404", async () => {
    await emulator.breakWith({ kind: "status", status: 404, path: "/api/*/orders/*" });
    await page.goto(path);
    await expect(page.getByRole("heading", { name: "Not found" })).toBeVisible();
  });
});

test("with Ion down every page opens, says so, and comes back", { tag: "@main" }, async ({
  page,
  browser,
}) => {
  const customer = await newCustomer(browser);
  await giveTenant(customer);
  const cartId = await newCart(customer, 2);
  await signIn(page, "admin");
  await emulator.breakWith({ kind: "status", status: 503, path: "*" });
  for (const path of [
    "/",
    "/orders",
    "/subscriptions",
    `/customers/${customer.id}/orders`,
    `/customers/${customer.id}/subscriptions`,
    `/customers/${customer.id}/carts`,
    `/customers/${customer.id}/carts/${cartId}`,
    `/catalog/${MAIL_MONTHLY.productId}`,
  ]) {
    await page.goto(path);
    await expect(page.getByRole("navigation", { name: "Main" }), path).toBeVisible();
    await expect(page.getByText(/Ion is not available right now/).first(), path).toBeVisible();
    await expect(page.getByText(/Reference/).first(), path).toBeVisible();
    await expect(page.getByRole("button", { name: "Try again" }).first(), path).toBeVisible();
    await expectAccessible(page);
  }
  await expectAccessibleEverywhere(page, "down");
  await expect(page.getByRole("button", { name: "Ion is down" })).toBeVisible();
  await emulator.heal();
  await page.getByRole("button", { name: "Try again" }).first().click();
  await expect(page.getByRole("heading", { level: 1, name: MAIL_MONTHLY.product })).toBeVisible();
});

test("what was typed survives an outage, and is sent when Ion is back", { tag: "@main" }, async ({
  page,
  browser,
}) => {
  const existing = await newCustomer(browser);
  await signIn(page, "admin");

  await test.step("a new customer", async () => {
    const customer = someCustomer();
    await page.goto("/customers/new");
    await fillCustomer(page, customer);
    await emulator.breakWith({ kind: "status", status: 503, path: "/api/*" });
    await page.getByRole("button", { name: "Create customer" }).click();
    // A failure after sending is no refusal: Ion may have the customer.
    const news = page.getByRole("alert").filter({ hasText: "Not confirmed" });
    await expect(news).toContainText(/Nothing you typed is lost/);
    await expect(news).toContainText(/Reference/);
    await expect(page.getByRole("textbox", { name: "Organization", exact: true })).toHaveValue(
      customer.organization,
    );
    await expectAccessible(page, "refused");
    await emulator.heal();
    await page.getByRole("button", { name: "Create customer" }).click();
    await expect(
      page.getByRole("heading", { name: `${customer.organization} is a customer now` }),
    ).toBeVisible();
  });

  await test.step("seats for the cart", async () => {
    page.once("dialog", (dialog) => dialog.accept());
    await page.goto(`/customers/${existing.id}`);
    await page.getByRole("button", { name: "Order for this customer" }).click();
    await expect(page.getByRole("heading", { level: 1, name: "Catalog" })).toBeVisible();
    await page.goto(`/catalog/${MAIL_MONTHLY.productId}`);
    const plan = page.getByRole("row", { name: MAIL_MONTHLY.partNumber }).getByRole("radio");
    await plan.check();
    const quantity = page.getByRole("spinbutton", { name: "Quantity" });
    await quantity.fill("17");
    await emulator.breakWith({ kind: "status", status: 503, path: "/api/*" });
    await page.getByRole("button", { name: "Add to cart" }).click();
    await expect(page.getByRole("alert").filter({ hasText: "Not added" })).toContainText(/Reference/);
    await expect(quantity).toHaveValue("17");
    await expect(plan).toBeChecked();
    await expectAccessible(page, "not added");
    await emulator.heal();
    await page.getByRole("button", { name: "Add to cart" }).click();
    await expect(page.getByRole("link", { name: "Open cart" }).first()).toBeVisible();
    const [cart] = await emulator.carts(existing.id);
    expect(cart?.items.map((item) => item.quantity)).toEqual([17]);
  });

  await test.step("answers to the vendor", async () => {
    await page.getByRole("link", { name: "Open cart" }).first().click();
    const domain = page.getByRole("textbox", { name: "New tenant's domain" });
    await expect(domain).toBeVisible();
    await emulator.breakWith({ kind: "status", status: 503, path: "/api/*" });
    await domain.fill(existing.word);
    await expect(page.getByText(/^Saved/).first()).toBeVisible();
    await emulator.heal();
    await page.reload();
    await expect(domain).toHaveValue(existing.word);
  });
});

test("with Ion slow, the page stands at once and fills when the answer is there", { tag: "@main" }, async ({
  page,
  browser,
}) => {
  const customer = await newCustomer(browser);
  await giveTenant(customer);
  const [order] = await emulator.orders(customer.id);
  await signIn(page, "sales");
  await page.goto("/catalog");
  await expect(page.getByRole("heading", { level: 1, name: "Catalog" })).toBeVisible();
  // The shapes of the other pages come ahead of a click.
  await page.waitForLoadState("networkidle");
  await emulator.slow(3000);
  await page.getByRole("navigation", { name: "Main" }).getByRole("link", { name: "Orders" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Orders" })).toBeVisible({ timeout: 2000 });
  const found = page.getByRole("table", { name: "Orders" }).getByRole("rowheader");
  await expect(found).toHaveCount(0);
  await expectAccessible(page, "waiting");
  await expect(found.first()).toBeVisible();
  await page.goto(`/customers/${customer.id}/orders/${order?.orderId}`);
  await expect(page.getByRole("heading", { level: 1, name: `Order ${order?.orderId}` })).toBeVisible();
  await page.goto("/subscriptions");
  await expect(page.getByRole("button", { name: "Ion is slow" })).toBeVisible();
});
