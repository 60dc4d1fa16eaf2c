import { expectAccessible } from "../accessible";
import { giveTenant, idIn, newCustomer } from "../customers";
import { callIon, emulator } from "../emulator";
import { expect, signIn, test } from "../fixtures";

test("sales finds nothing of a customer that is not theirs, wherever they look", {
  tag: "@main",
}, async ({ page, browser }) => {
  const foreign = await newCustomer(browser, { assigned: false });
  const tenant = await giveTenant(foreign);
  const [order] = await emulator.orders(foreign.id);
  const [held] = await emulator.subscriptions(foreign.id);
  const cart = (await callIon("POST", `customers/${foreign.id}/carts`, { status: "OPEN" })) as {
    name: string;
  };
  const cartId = idIn(cart.name);
  const own = await newCustomer(browser);
  const orderId = order?.orderId;
  const subscriptionId = held?.id;
  expect([cartId, orderId, subscriptionId].every((id) => /^\d+$/.test(String(id)))).toBe(true);
  const mark = new RegExp(`${foreign.word}|${tenant}`);
  await signIn(page, "sales");

  await test.step("their pages are the page for what does not exist", async () => {
    for (const path of [
      `/customers/${foreign.id}`,
      `/customers/${foreign.id}/orders`,
      `/customers/${foreign.id}/subscriptions`,
      `/customers/${foreign.id}/carts`,
      `/customers/${foreign.id}/carts/${cartId}`,
      `/customers/${foreign.id}/carts/${cartId}/review`,
      `/customers/${foreign.id}/orders/${orderId}`,
      `/customers/${foreign.id}/subscriptions/${subscriptionId}`,
      // Their things under a customer of one's own.
      `/customers/${own.id}/carts/${cartId}`,
      `/customers/${own.id}/orders/${orderId}`,
      `/customers/${own.id}/subscriptions/${subscriptionId}`,
    ]) {
      await page.goto(path);
      const nothing = page
        .getByRole("heading", { name: "Not found" })
        .or(page.getByText("This cart no longer exists at Ion"));
      await expect(nothing, path).toBeVisible();
      expect(mark.test(await page.content()), `${path} names the customer`).toBe(false);
    }
    await expectAccessible(page);
  });

  await test.step("so do the routes that the pages read from", async () => {
    for (const path of [
      `/api/customers/${foreign.id}/carts`,
      `/api/customers/${foreign.id}/carts/${cartId}`,
      `/api/customers/${foreign.id}/carts/${cartId}/intent`,
      `/api/customers/${foreign.id}/carts/${cartId}/items/1/questions`,
      `/api/customers/${foreign.id}/orders/${orderId}`,
      `/api/customers/${own.id}/orders/${orderId}`,
      `/api/catalog/ExchangeOnline-demonce?customerId=${foreign.id}`,
    ]) {
      const answer = await page.request.get(path);
      expect(answer.status(), path).toBe(404);
      const text = await answer.text();
      expect(JSON.parse(text).error.code, path).toMatch(/NOT_FOUND|CART_EXPIRED/);
      expect(text, path).not.toMatch(mark);
    }
  });

  await test.step("searches and lists leave them out", async () => {
    for (const path of [
      `/api/customers?q=${foreign.word}`,
      `/api/customers/find?q=${foreign.word}`,
      `/api/customers/find?q=${foreign.id}`,
      `/api/orders?customer=${foreign.id}`,
      `/api/orders?order=${orderId}`,
      `/api/subscriptions?customer=${foreign.id}`,
      `/api/carts?q=${foreign.word}`,
    ]) {
      const answer = await page.request.get(path);
      const text = await answer.text();
      expect(text, path).not.toMatch(mark);
      expect(text, path).not.toContain(`"${foreign.id}"`);
    }
    await page.goto(`/customers?q=${foreign.word}`);
    await expect(page.getByRole("heading", { level: 1, name: "Customers" })).toBeVisible();
    await expect(page.getByRole("link", { name: foreign.organization })).toHaveCount(0);
    await page.goto(`/customers?q=${own.word}`);
    await expect(page.getByRole("link", { name: own.organization })).toBeVisible();
  });
});

test("addresses that make no sense are pages that do not exist, and no more", {
  tag: "@main",
}, async ({ page }) => {
  await signIn(page, "owner");
  for (const path of [
    "/customers/abc",
    "/customers/-1",
    "/customers/99999999999999999999999",
    "/customers/1%27%20OR%201%3D1",
    "/customers/%3Cscript%3Ealert(1)%3C%2Fscript%3E",
    "/customers/1/carts/x",
    "/customers/1/orders/1e9",
    "/customers/1/subscriptions/..%2F..",
    "/catalog/%00",
    "/catalog/no-such-product",
    "/no/such/page",
  ]) {
    await page.goto(path);
    await expect(page.getByRole("heading", { name: "Not found" }), path).toBeVisible();
    await expect(page.getByRole("link", { name: "Back to home" }), path).toBeVisible();
  }
  for (const path of ["/api/customers/abc/carts", "/api/customers/1/orders/x", "/api/catalog/%00"]) {
    expect((await page.request.get(path)).status(), path).toBe(404);
  }
});
