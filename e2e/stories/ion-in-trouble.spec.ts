import { expectAccessible, expectAccessibleEverywhere } from "../accessible";
import { fillCustomer, giveTenant, newCustomer, someCustomer } from "../customers";
import { emulator, type Fault } from "../emulator";
import { expect, signIn, test } from "../fixtures";
import { readAgain } from "../lists";
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
  const [held] = await emulator.subscriptions(customer.id);
  const cartId = await newCart(customer, 2);
  const paths = {
    carts: `/customers/${customer.id}/carts`,
    order: `/customers/${customer.id}/orders/${order?.orderId}`,
    subscription: `/customers/${customer.id}/subscriptions/${held?.id}`,
  };
  const seats = page.getByRole("heading", { level: 1, name: MAIL_MONTHLY.sku });
  const note = page.getByRole("status").filter({ hasText: /As of/ });
  await signIn(page, "sales");
  // Whoever has looked at these once sees them again whatever happens.
  for (const path of [paths.subscription, paths.order]) {
    await page.goto(path);
    await expect(page.getByText(/Read from Ion|Updated/).first()).toBeVisible();
  }

  for (const [name, fault, words] of ANSWERS) {
    await test.step(`Ion answers ${name}`, async () => {
      await emulator.breakWith({ ...fault, path: "/api/*" });
      await page.goto(paths.subscription);
      await expect(seats).toBeVisible();
      await expect(note).toContainText(words);
      await expect(note).toContainText(/Reference\s*\S{8,}/);
      await page.goto(paths.carts);
      const problem = page.getByRole("alert").filter({ hasText: "This could not be loaded" });
      await expect(problem).toContainText(words);
      await expect(problem).toContainText(/Reference\s*\S{8,}/);
      await emulator.heal();
      await problem.getByRole("button", { name: "Try again" }).click();
      await expect(page.getByRole("link", { name: new RegExp(cartId) }).first()).toBeVisible();
      await expect(problem).toHaveCount(0);
    });
  }
  await page.goto(paths.subscription);
  await expect(page.getByText(/Read from Ion/).first()).toBeVisible();
  await expect(note).toHaveCount(0);

  await test.step("Ion answers 404", async () => {
    await emulator.breakWith({ kind: "status", status: 404, path: "/api/*/orders/*" });
    // What a pass over Ion's list has confirmed within the last ten seconds is not asked about again on opening.
    await expect(async () => {
      await page.goto(paths.order);
      await expect(page.getByRole("heading", { name: "Not found" })).toBeVisible({ timeout: 5_000 });
    }).toPass({ timeout: 40_000 });
  });
});

test("with Ion down every page opens with what is known, says since when, and comes back", {
  tag: "@main",
}, async ({ page, browser }) => {
  const customer = await newCustomer(browser);
  await giveTenant(customer);
  const [order] = await emulator.orders(customer.id);
  const [held] = await emulator.subscriptions(customer.id);
  const cartId = await newCart(customer, 2);
  const since = page.getByRole("status").getByText(/Ion has not answered since .*nothing can be ordered/);
  await signIn(page, "admin");
  await readAgain(page, "/subscriptions");
  await readAgain(page, "/orders");
  const silent = { kind: "status", status: 503, path: "*" } as const;
  await emulator.breakWith(silent);

  await test.step("what Ion alone knows says that it can't be read, with a reference and another try", async () => {
    for (const path of [`/customers/${customer.id}/carts`, `/customers/${customer.id}/carts/${cartId}`]) {
      await page.goto(path);
      await expect(page.getByRole("navigation", { name: "Main" }), path).toBeVisible();
      await expect(page.getByText(/Ion is not available right now/).first(), path).toBeVisible();
      await expect(page.getByText(/Reference/).first(), path).toBeVisible();
      await expect(page.getByRole("button", { name: "Try again" }).first(), path).toBeVisible();
      await expectAccessible(page);
    }
  });

  await test.step("what has been seen once is there, and every page says since when", async () => {
    const heading = (name: string | RegExp) => page.getByRole("heading", { level: 1, name });
    const orderLink = page.getByRole("link", { name: order?.orderId ?? "", exact: true });
    for (const [path, known] of [
      ["/", heading("What needs you today")],
      ["/orders", orderLink],
      ["/subscriptions", page.getByRole("table", { name: "Subscriptions" }).getByRole("rowheader").first()],
      [`/customers?q=${customer.word}`, page.getByRole("link", { name: customer.organization })],
      [`/customers/${customer.id}/orders`, orderLink],
      [`/customers/${customer.id}/subscriptions`, page.getByRole("link", { name: MAIL_MONTHLY.sku })],
      [`/customers/${customer.id}/orders/${order?.orderId}`, heading(`Order ${order?.orderId}`)],
      [`/customers/${customer.id}/subscriptions/${held?.id}`, heading(MAIL_MONTHLY.sku)],
      [`/catalog/${MAIL_MONTHLY.productId}`, heading(MAIL_MONTHLY.product)],
    ] as const) {
      await page.goto(path);
      await expect(known.first(), path).toBeVisible();
      await expect(since, path).toBeAttached();
      await expectAccessible(page, "down");
    }
    await expectAccessibleEverywhere(page, "down");
    await expect(page.getByRole("button", { name: "Ion is down" })).toBeVisible();
  });

  await test.step("a form says so before anything is typed", async () => {
    await page.goto("/customers/new");
    await expect(page.getByText(/go on typing: drafts are kept/).first()).toBeVisible();
    await expectAccessible(page, "down");
  });

  await test.step("it all goes when Ion is back", async () => {
    await emulator.heal();
    await expect(page.getByText(/go on typing: drafts are kept/)).toHaveCount(0);
    await expect(page.getByRole("status").getByText("Ion is answering again")).toBeAttached();
    await page.goto(`/customers/${customer.id}/carts/${cartId}`);
    await expect(page.getByRole("heading", { level: 1, name: /^Cart \d+/ })).toBeVisible();
  });
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

test("with Ion slow, lists are there at once, and what Ion alone knows fills when its answer is there", {
  tag: "@main",
}, async ({ page, browser }) => {
  const customer = await newCustomer(browser);
  await giveTenant(customer);
  const [order] = await emulator.orders(customer.id);
  const cartId = await newCart(customer, 2);
  const cart = page.getByRole("link", { name: new RegExp(cartId) }).first();
  await signIn(page, "sales");
  // A cart that was made elsewhere is known here once somebody has looked.
  await page.goto(`/customers/${customer.id}/carts`);
  await expect(cart).toBeVisible();
  await readAgain(page, "/orders");
  await page.goto("/catalog");
  await expect(page.getByRole("heading", { level: 1, name: "Catalog" })).toBeVisible();
  // The shapes of the other pages come ahead of a click.
  await page.waitForLoadState("networkidle");
  await emulator.slow(4000);
  const open = (name: string) =>
    page.getByRole("navigation", { name: "Main" }).getByRole("link", { name }).click();

  await test.step("rows are on the screen before Ion could have answered once", async () => {
    await open("Orders");
    const row = page.getByRole("table", { name: "Orders" }).getByRole("link", { name: order?.orderId ?? "" });
    await expect(row).toBeVisible({ timeout: 3500 });
  });

  await test.step("an order stands as it was last seen, and is renewed", async () => {
    await page.goto(`/customers/${customer.id}/orders/${order?.orderId}`);
    await expect(page.getByRole("heading", { level: 1, name: `Order ${order?.orderId}` })).toBeVisible();
    await expect(page.getByText(/^Updated (just now|\d s ago)/)).toBeVisible();
  });

  await test.step("carts, which only Ion knows, hold their place until they come", async () => {
    await page.goto("/catalog");
    await page.waitForLoadState("networkidle");
    await open("Carts");
    await expect(page.getByRole("heading", { level: 1, name: "Carts" })).toBeVisible({ timeout: 3500 });
    await expectAccessible(page, "waiting");
    await expect(cart).toBeVisible();
    await page.goto("/subscriptions");
    await expect(page.getByRole("button", { name: "Ion is slow" })).toBeVisible();
  });
});
