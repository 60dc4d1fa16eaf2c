import { expectAccessible, expectAccessibleEverywhere } from "../accessible";
import { type Customer, giveTenant, newCustomer } from "../customers";
import { callIon, emulator } from "../emulator";
import { expect, signIn, test } from "../fixtures";
import { newCart, orderButton, reachOrder } from "../ordering";

const CHECKOUT = { method: "POST", path: "*checkout" };
/** Every one of these customers has one order from getting its tenant. */
const ordersSince = async (customer: Customer) => (await emulator.orders(customer.id)).length - 1;

test("a double click, a second tab and a reload make one order", { tag: ["@main", "@safety"] }, async ({
  page,
  browser,
}) => {
  const customer = await newCustomer(browser);
  await giveTenant(customer);
  const review = `/customers/${customer.id}/carts/${await newCart(customer, 3)}/review`;
  await signIn(page, "sales");
  const second = await page.context().newPage();
  await Promise.all([page.goto(review), second.goto(review)]);
  await expect(orderButton(second)).toBeVisible();

  await emulator.breakWith({ ...CHECKOUT, kind: "latency", latencyMs: 2500 });
  await orderButton(page).dblclick();
  await orderButton(second).click();
  const intent = review.replace(/^\/(.*)\/review$/, "/api/$1/intent");
  await expect
    .poll(async () => (await (await page.request.get(intent)).json()).state)
    .toMatch(/held|sending|placed/);
  // The page that asked is gone while Ion still works.
  await page.reload();
  const orderId = await reachOrder(page);
  expect(await reachOrder(second)).toBe(orderId);
  expect(await ordersSince(customer)).toBe(1);

  await page.goto(review);
  expect(await reachOrder(page)).toBe(orderId);
  await page.goto(review.replace("/review", ""));
  await expect(page.getByText("This cart was ordered").first()).toBeVisible();
  await expect(page.getByRole("link", { name: "Go to the order" })).toBeVisible();
  await expectAccessible(page, "ordered");
  expect(await ordersSince(customer)).toBe(1);
});

test("an answer lost at checkout is looked up by itself and ends at the order", {
  tag: ["@main", "@safety"],
}, async ({ page, browser }) => {
  const customer = await newCustomer(browser);
  await giveTenant(customer);
  const cart = `/customers/${customer.id}/carts/${await newCart(customer, 3)}`;
  await signIn(page, "sales");
  await page.goto(`${cart}/review`);
  await expect(orderButton(page)).toBeVisible();
  await emulator.breakWith({ ...CHECKOUT, kind: "drop-after" });
  // Looking for the order fails for a while, too.
  await emulator.breakWith({ method: "GET", path: "*/orders*", kind: "status", status: 503 });
  await orderButton(page).click();
  await expect(page.getByText("Ion did not confirm this order").first()).toBeVisible();
  await expect(orderButton(page)).toHaveCount(0);
  await expectAccessibleEverywhere(page, "unconfirmed");
  await page.goto("/");
  await expect(page.getByText("Waiting for Ion's confirmation")).toBeVisible();
  await page.goto(`${cart}/review`);
  await expect(orderButton(page)).toHaveCount(0);
  await emulator.heal();
  await page.goto(`${cart}/review`);
  await reachOrder(page);
  expect(await ordersSince(customer)).toBe(1);
});

test("an order that never reached Ion can be released once the evidence is there", {
  tag: ["@main", "@safety"],
}, async ({ page, browser }) => {
  test.setTimeout(180_000);
  const customer = await newCustomer(browser);
  await giveTenant(customer);
  await signIn(page, "sales");
  await page.goto(`/customers/${customer.id}/carts/${await newCart(customer, 3)}/review`);
  await expect(orderButton(page)).toBeVisible();
  await emulator.breakWith({ ...CHECKOUT, kind: "drop-before" });
  await orderButton(page).click();
  await expect(page.getByText("Ion did not confirm this order").first()).toBeVisible();
  await emulator.heal();
  const release = page.getByRole("button", { name: "Release and order again" });
  await expect(release).toHaveCount(0);
  // The portal wants a minute and three looks before it lets anybody send again.
  await expect(release).toBeVisible({ timeout: 100_000 });
  await expectAccessible(page, "with evidence");
  expect(await ordersSince(customer)).toBe(0);
  await release.click();
  const dialog = page.getByRole("alertdialog");
  await expect(dialog.getByRole("button", { name: "Release and order again" })).toBeVisible();
  await expectAccessible(page, "releasing");
  await dialog.getByRole("button", { name: "Release and order again" }).click();
  await reachOrder(page);
  expect(await ordersSince(customer)).toBe(1);
});

test("a cart that was ordered elsewhere, changed or gone is told before anything is bought", {
  tag: ["@main", "@safety"],
}, async ({ page, browser }) => {
  const customer = await newCustomer(browser);
  await giveTenant(customer);
  await signIn(page, "sales");
  const open = async (quantity: number) => {
    const cartId = await newCart(customer, quantity);
    await page.goto(`/customers/${customer.id}/carts/${cartId}/review`);
    await expect(orderButton(page)).toBeVisible();
    return cartId;
  };
  const itemOf = async (cartId: string) =>
    (await emulator.carts(customer.id)).find((cart) => cart.cartId === cartId)?.items[0]?.itemId;

  await test.step("more seats from elsewhere: the new total, and nothing ordered", async () => {
    const cartId = await open(2);
    await callIon("PUT", `customers/${customer.id}/carts/${cartId}/cartItems/${await itemOf(cartId)}`, {
      quantity: 4,
    });
    await orderButton(page).click();
    await expect(page.getByText("The total changed. Nothing was ordered.")).toBeVisible();
    await expect(page.getByText(/Was .*9\.60.*is now .*19\.20/)).toBeVisible();
    await expect(orderButton(page)).toHaveText(/^Order 4 seats · .*19\.20/);
    await expectAccessible(page, "changed");
    expect(await ordersSince(customer)).toBe(0);
  });

  await test.step("ordered elsewhere: the way to the orders, and no second one", async () => {
    const cartId = await open(1);
    await callIon("POST", `customers/${customer.id}/carts/${cartId}/~checkout`, {
      provisionData: [
        {
          cartItemId: Number(await itemOf(cartId)),
          attributes: [{ name: "operations", value: "addSubscription" }],
        },
      ],
    });
    await orderButton(page).click();
    await expect(page.getByText("This cart was already ordered").first()).toBeVisible();
    await expect(orderButton(page)).toHaveCount(0);
    await expectAccessible(page, "ordered elsewhere");
    expect(await ordersSince(customer)).toBe(1);
  });

  await test.step("gone: what happened, and the way on", async () => {
    const cartId = await open(1);
    await callIon("DELETE", `customers/${customer.id}/carts/${cartId}`);
    await orderButton(page).click();
    await expect(page.getByText(/This cart no longer exists at Ion/).first()).toBeVisible();
    await page.reload();
    await expect(page.getByText("This cart no longer exists at Ion").first()).toBeVisible();
    await expect(page.getByRole("button", { name: "Go to the catalog" })).toBeVisible();
    await expectAccessible(page, "gone");
    expect(await ordersSince(customer)).toBe(1);
  });
});
