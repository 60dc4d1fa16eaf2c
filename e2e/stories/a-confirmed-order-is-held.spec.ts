import type { Browser, Page } from "playwright/test";
import { expectAccessible, expectAccessibleEverywhere } from "../accessible";
import { type Customer, giveTenant, newCustomer } from "../customers";
import { callIon, emulator } from "../emulator";
import { expect, signIn, test } from "../fixtures";
import { withHold } from "../hold";
import { newCart, orderButton, reachOrder } from "../ordering";

const CHECKOUT = { method: "POST", path: "*checkout" };
/** Every one of these customers has one order from getting its tenant. */
const ordersSince = async (customer: Customer) => (await emulator.orders(customer.id)).length - 1;
const statusOf = async (customer: Customer, cartId: string) =>
  (await emulator.carts(customer.id)).find((cart) => cart.cartId === cartId)?.status;

/** A customer with a cart, its review open for a sales person. */
async function reviewing(page: Page, browser: Browser, quantity = 3) {
  const customer = await newCustomer(browser);
  await giveTenant(customer);
  const cartId = await newCart(customer, quantity);
  await signIn(page, "sales");
  await page.goto(`/customers/${customer.id}/carts/${cartId}/review`);
  await expect(orderButton(page)).toBeVisible();
  return { customer, cartId };
}

// Within what is shown: the server's copy of it may still wait, hidden, at the end of a page that was loaded anew.
const leaves = (page: Page) => page.getByRole("main").getByText(/Order confirmed\. It leaves in/);
const entryOf = (page: Page, customer: Customer) =>
  page.getByRole("listitem").filter({ hasText: customer.organization });

test("one key takes a confirmed order back, and nothing has left the portal", { tag: "@safety" }, async ({
  page,
  browser,
}) => {
  await withHold(browser, 60, async () => {
    const { customer, cartId } = await reviewing(page, browser);
    await orderButton(page).click();
    await expect(leaves(page)).toBeVisible();
    await expect(page.getByRole("timer")).toHaveText(/^(1:00|0:\d\d)$/);
    await expectAccessibleEverywhere(page, "held");
    await page.keyboard.press("u");
    await expect(page.getByText("Order recalled. Nothing was ordered.").first()).toBeVisible();
    await expect(orderButton(page)).toBeVisible();
    expect(await ordersSince(customer)).toBe(0);
    expect(await statusOf(customer, cartId)).toBe("OPEN");
    await page.goto("/outbox");
    await expect(entryOf(page, customer)).toContainText("Recalled");
    // Free again: the same cart can be confirmed once more, and recalled from the outbox.
    await page.goto(`/customers/${customer.id}/carts/${cartId}/review`);
    await orderButton(page).click();
    await expect(leaves(page)).toBeVisible();
    await page.goto("/outbox");
    await page.getByRole("button", { name: `Recall the order of ${customer.organization}` }).click();
    await expect(page.getByText("Order recalled. Nothing was ordered.").first()).toBeVisible();
    expect(await ordersSince(customer)).toBe(0);
  });
});

test("a held order goes on when the page is left or loaded anew, and is followed in the outbox", {
  tag: "@safety",
}, async ({ page, browser }) => {
  await withHold(browser, 15, async () => {
    const { customer } = await reviewing(page, browser);
    await orderButton(page).click();
    await expect(leaves(page)).toBeVisible();
    await page.reload();
    await expect(leaves(page)).toBeVisible();
    await page.getByRole("link", { name: "Back to the cart" }).click();
    await expect(page.getByText("Order confirmed, not sent yet").first()).toBeVisible();
    await expect(page.getByRole("button", { name: "Recall", exact: true })).toBeVisible();
    await page.getByRole("link", { name: "Outbox" }).last().click();
    const entry = entryOf(page, customer);
    await expect(entry).toContainText("Leaves in");
    await expect(entry).toContainText("Confirmed by you");
    await expectAccessibleEverywhere(page, "held in the outbox");
    expect(await ordersSince(customer)).toBe(0);
    await expect(entry.getByText("Placed", { exact: true })).toBeVisible({ timeout: 40_000 });
    expect(await ordersSince(customer)).toBe(1);
    await entry.getByRole("link", { name: /^Order \d+$/ }).click();
    await reachOrder(page);
  });
});

test("recalled at the very moment it is sent, an order is one or the other", { tag: "@safety" }, async ({
  page,
  browser,
}) => {
  await withHold(browser, 3, async () => {
    for (const waitMs of [2_600, 2_950, 3_100]) {
      const { customer } = await reviewing(page, browser);
      await orderButton(page).click();
      await expect(leaves(page)).toBeVisible();
      const { heldUntil } = await (await page.request.get(intentOf(page))).json();
      const wait = Date.parse(heldUntil) - 3_000 + waitMs - Date.now();
      await page.evaluate((ms) => new Promise((resolve) => setTimeout(resolve, Math.max(0, ms))), wait);
      await page.keyboard.press("u");
      const settledRow = async () => {
        const { settled } = (await (await page.request.get("/api/outbox")).json()) as { settled: Row[] };
        return settled.find((one) => one.customerId === customer.id);
      };
      await expect.poll(async () => (await settledRow())?.state).toMatch(/^(recalled|placed)$/);
      expect(await ordersSince(customer)).toBe((await settledRow())?.state === "recalled" ? 0 : 1);
    }
  });
});

test("what changed between confirming and sending is shown, and nothing is sent until it is confirmed again", {
  tag: "@safety",
}, async ({ page, browser }) => {
  await withHold(browser, 5, async () => {
    const { customer, cartId } = await reviewing(page, browser, 2);
    await orderButton(page).click();
    await expect(leaves(page)).toBeVisible();
    const itemId = (await emulator.carts(customer.id)).find((cart) => cart.cartId === cartId)?.items[0]
      ?.itemId;
    await callIon("PUT", `customers/${customer.id}/carts/${cartId}/cartItems/${itemId}`, { quantity: 4 });
    await expect(page.getByText(/The total changed while you were reviewing/).first()).toBeVisible();
    await expect(page.getByText("What you confirmed")).toBeVisible();
    await expect(page.getByText(/^4 × /)).toBeVisible();
    await expect(orderButton(page)).toHaveText(/^Order 4 seats · .*19\.20/);
    await expectAccessibleEverywhere(page, "changed while held");
    expect(await ordersSince(customer)).toBe(0);
    await orderButton(page).click();
    await reachOrder(page);
    expect(await ordersSince(customer)).toBe(1);
  });
});

test("an unconfirmed order stands in the outbox with what Ion showed, until it is found", {
  tag: "@safety",
}, async ({ page, browser }) => {
  const { customer } = await reviewing(page, browser);
  await emulator.breakWith({ ...CHECKOUT, kind: "drop-after", count: 1 });
  await emulator.breakWith({
    method: "GET",
    path: `*/customers/${customer.id}/orders*`,
    kind: "status",
    status: 503,
  });
  await orderButton(page).click();
  await expect(page.getByText("Ion did not confirm this order").first()).toBeVisible();
  await page.goto("/outbox");
  const entry = entryOf(page, customer);
  await expect(entry).toContainText("Not confirmed");
  await expect(
    page.getByRole("button", { name: `Set free the order of ${customer.organization}` }),
  ).toHaveAccessibleDescription(/a minute after it was sent/);
  await expectAccessible(page, "unconfirmed in the outbox");
  await emulator.heal();
  await expect(entry.getByText("Placed", { exact: true })).toBeVisible({ timeout: 60_000 });
  expect(await ordersSince(customer)).toBe(1);
});

test("orders that can't reach Ion are tried again by themselves", { tag: "@safety" }, async ({
  page,
  browser,
}) => {
  const { customer } = await reviewing(page, browser);
  await emulator.breakWith({ ...CHECKOUT, kind: "status", status: 429, count: 1 });
  await orderButton(page).click();
  await expect(page.getByText(/The portal tries again by itself/)).toBeVisible();
  await reachOrder(page);
  expect(await ordersSince(customer)).toBe(1);
});

type Row = { customerId: string; state: string };

function intentOf(page: Page): string {
  return new URL(page.url()).pathname.replace(/^\/(.*)\/review$/, "/api/$1/intent");
}
