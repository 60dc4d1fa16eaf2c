import type { Page } from "playwright/test";
import { expectAccessible, expectAccessibleEverywhere } from "../accessible";
import { giveTenant, newCustomer } from "../customers";
import { emulator } from "../emulator";
import { expect, signIn, test } from "../fixtures";
import { readAgain } from "../lists";
import { newCart } from "../ordering";

const PAGE = "/admin/connection";
const field = (page: Page) => page.getByLabel("Refresh token", { exact: true });
const paste = (page: Page, token: string) => field(page).fill(token);
const connect = (page: Page) => page.getByRole("button", { name: "Connect with this token" }).click();
const state = (page: Page) =>
  page.getByRole("heading", { level: 1, name: "Connection to Ion" }).locator("..");

// Whatever happens in a story, the next one finds a portal that is connected.
test.afterEach(async ({ page }) => {
  await emulator.heal();
  await signIn(page, "owner");
  await page.goto(PAGE);
  if (await state(page).getByText("Connected").isVisible()) return;
  await paste(page, await emulator.newRefreshToken());
  await connect(page);
  await expect(state(page)).toContainText("Connected");
});

test("a lost token is said everywhere, breaks no page, and is repaired by pasting a new one", {
  tag: "@safety",
}, async ({ page, browser }) => {
  const customer = await newCustomer(browser);
  await giveTenant(customer);
  const [order] = await emulator.orders(customer.id);
  const cartId = await newCart(customer, 2);
  await signIn(page, "owner");
  await readAgain(page, "/orders");
  await readAgain(page, "/subscriptions");
  const said = (words: RegExp) => page.getByRole("status").getByText(words);
  const repair = page.getByRole("link", { name: "Look at the connection" });

  await test.step("the owner finds the connection and tests it", async () => {
    await page.goto("/");
    await page
      .getByRole("navigation", { name: "Main" })
      .getByRole("link", { name: "Connection to Ion" })
      .click();
    await expect(state(page)).toContainText("Connected");
    await expect(page.getByText(/3[01] days left/)).toBeVisible();
    await page.getByRole("button", { name: "Test the connection" }).click();
    await expect(page.getByText("Ion takes them")).toBeVisible();
    await expect(page.getByText("Answered", { exact: true })).toBeVisible();
    await expectAccessibleEverywhere(page, "connected");
  });

  await test.step("the refresh token dies: the access token is used to its end, and everybody is told until when", async () => {
    await emulator.killTokens("refresh");
    await page.getByRole("button", { name: "Renew now" }).click();
    await expect(state(page)).toContainText("Connection lost");
    await expect(said(/connection to Ion is lost. All works until/)).toBeAttached();
    await expect(page.getByText(/cannot validate token/)).toBeVisible();
    await expectAccessibleEverywhere(page, "lost, still working");
    await page.goto(`/customers/${customer.id}/carts/${cartId}`);
    await expect(page.getByRole("heading", { level: 1, name: /^Cart/ })).toBeVisible();
    await expect(repair).toBeVisible();
    await expect(page.getByRole("button", { name: "Continue to review" }).first()).toBeEnabled();
  });

  await test.step("the access token ends, too: no page breaks, and each says what is the matter", async () => {
    await emulator.killTokens("both");
    for (const [path, known] of [
      ["/", page.getByRole("heading", { level: 1, name: "What needs you today" })],
      ["/orders", page.getByRole("link", { name: order?.orderId ?? "", exact: true })],
      ["/subscriptions", page.getByRole("table", { name: "Subscriptions" }).getByRole("rowheader")],
      [`/customers?q=${customer.word}`, page.getByRole("link", { name: customer.organization })],
      [`/customers/${customer.id}`, page.getByRole("heading", { level: 1, name: customer.organization })],
      [
        `/customers/${customer.id}/orders/${order?.orderId}`,
        page.getByRole("heading", { level: 1, name: /^Order/ }),
      ],
      ["/catalog?q=exchange", page.getByRole("list", { name: "Products" }).getByRole("listitem")],
      ["/carts", page.getByRole("heading", { level: 1, name: "Carts" })],
      [
        `/customers/${customer.id}/carts/${cartId}`,
        page.getByText(/connection to Ion needs new credentials/),
      ],
      ["/admin/sync", page.getByRole("heading", { level: 1, name: "Sync with Ion" })],
    ] as const) {
      await page.goto(path);
      await expect(known.first(), path).toBeVisible();
      await expect(said(/connection to Ion is lost. You can read what is here/), path).toBeAttached();
      await expect(repair, path).toBeVisible();
      await expectAccessible(page, `${path} lost`);
    }
    await expect(page.getByRole("button", { name: "Ion connection lost" })).toBeVisible();
  });

  await test.step("a form says so before anything is typed, and its command why it does nothing", async () => {
    await page.goto("/customers/new");
    await expect(
      page.getByText(/nothing can be ordered or changed until the account owner/).first(),
    ).toBeVisible();
    await expect(page.getByRole("button", { name: "Create customer" })).toBeDisabled();
  });

  await test.step("others are told whom to ask, and can't open the page", async () => {
    for (const person of ["sales", "admin"] as const) {
      await signIn(page, person);
      await page.goto("/orders");
      await expect(said(/Ask the account owner/)).toBeAttached();
      await expect(repair).toHaveCount(0);
      await expect(page.getByRole("link", { name: "Connection to Ion" })).toHaveCount(0);
      await page.goto(PAGE);
      await expect(page).toHaveURL(/forbidden/);
      const answer = await page.request.get("/api/connection/details");
      expect(answer.status()).toBe(403);
    }
  });

  await test.step("a wrong token says so at the field, and changes nothing", async () => {
    await signIn(page, "owner");
    await page.goto("/orders");
    await repair.click();
    await expect(field(page)).toHaveAttribute("type", "password");
    await expect(field(page)).toHaveAttribute("autocomplete", "off");
    await connect(page);
    await expect(page.getByText("Fill this in.")).toBeVisible();
    await paste(page, "with spaces in it");
    await connect(page);
    await expect(page.getByText(/A token has no spaces/)).toBeVisible();
    await paste(page, "NOSUCHTOKEN");
    await field(page).press("Enter");
    await expect(page.getByText(/Ion does not take this token/)).toBeVisible();
    await expect(field(page)).toBeFocused();
    await expect(state(page)).toContainText("Connection lost");
    await paste(page, await emulator.newRefreshToken("10002"));
    await connect(page);
    await expect(page.getByText(/belongs to another Ion account; this one is 10001/)).toBeVisible();
    await expectAccessibleEverywhere(page, "refused");
  });

  await test.step("a new one is taken, and everything is well without a reload", async () => {
    const token = await emulator.newRefreshToken();
    await paste(page, token);
    await connect(page);
    await expect(state(page)).toContainText("Connected");
    await expect(said(/connection to Ion works again/)).toBeAttached();
    await expect(repair).toHaveCount(0);
    await expect(field(page)).toHaveValue("");
    await expect(page.getByText("Ion takes them")).toBeVisible();
    expect(await page.content()).not.toContain(token);
    await expectAccessible(page, "repaired");
    await page.goto(`/customers/${customer.id}/carts/${cartId}`);
    await expect(page.getByRole("heading", { level: 1, name: /^Cart/ })).toBeVisible();
    await readAgain(page, "/orders");
  });
});
