import { expectAccessible, expectAccessibleEverywhere } from "../accessible";
import { expect, fillSignIn, PASSWORD, signIn, test } from "../fixtures";

test("signing in keeps the way, tells nothing about names, and ends with signing out", {
  tag: "@main",
}, async ({ page, baseURL }) => {
  const refusal = page.getByRole("alert").filter({ hasText: "E-mail or password is not right" });

  await page.goto("/orders?phase=onHold");
  await expect(page).toHaveURL(/\/sign-in\?next=/);
  await expectAccessibleEverywhere(page);

  await test.step("a wrong password and a wrong name get the same words, and what was typed stays", async () => {
    await fillSignIn(page, "sales@example.com", "wrong");
    await expect(refusal).toBeVisible();
    const words = await refusal.textContent();
    await expect(page.getByLabel("E-mail")).toHaveValue("sales@example.com");
    await expectAccessible(page, "refused");
    await page.reload();
    await fillSignIn(page, "nobody@example.com", PASSWORD);
    await expect(refusal).toBeVisible();
    expect(await refusal.textContent()).toBe(words);
  });

  await test.step("signing in leads to where the person wanted to go", async () => {
    await fillSignIn(page, "sales@example.com", PASSWORD);
    await expect(page).toHaveURL(/\/orders\?phase=onHold$/);
    // Signing in loads the page anew, and nobody waits for it as `goto` would: before its scripts a press is lost.
    await page.waitForLoadState();
    await expect(page.getByRole("heading", { level: 1, name: "Orders" })).toBeVisible();
    await expect(page.getByRole("button", { name: "Remove filter: Status On hold" })).toBeVisible();
  });

  await test.step("signing out closes every page, also by the back button", async () => {
    await page.getByRole("button", { name: /^Your account/ }).click();
    await expect(page.getByText("sales@example.com")).toBeVisible();
    await expectAccessible(page, "account menu");
    await page.getByRole("button", { name: "Sign out" }).click();
    await expect(page).toHaveURL(/\/sign-in/);
    await page.goBack();
    await expect(page).toHaveURL(/\/sign-in/);
    const answer = await page.request.get("/api/orders");
    expect(answer.status()).toBe(401);
  });

  await test.step("a session that is not good leads to signing in as well", async () => {
    const url = baseURL ?? "";
    await page.context().addCookies([{ name: "next-auth.session-token", value: "made-up", url }]);
    await page.goto("/orders");
    await expect(page).toHaveURL(/\/sign-in/);
    await fillSignIn(page, "sales@example.com", PASSWORD);
    await expect(page.getByRole("navigation", { name: "Main" })).toBeVisible();
  });
});

test("the way after signing in never leaves the portal", { tag: "@main" }, async ({ page, baseURL }) => {
  await page.goto("/sign-in?next=//evil.example/orders");
  await fillSignIn(page, "admin@example.com", PASSWORD);
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  await expect(page).not.toHaveURL(/sign-in/);
  expect(new URL(page.url()).origin).toBe(baseURL);
});

test("in French, the frame and a page speak French and stay so", { tag: "@main" }, async ({ page }) => {
  await signIn(page, "sales");
  await page.goto("/orders");
  await page.getByRole("button", { name: /^Your account/ }).click();
  await page.getByRole("radio", { name: "Français" }).click();
  await expect(page.locator("html")).toHaveAttribute("lang", "fr");
  await expect(page.getByRole("heading", { level: 1, name: "Commandes" })).toBeVisible();
  const navigation = page.getByRole("navigation", { name: "Principale" });
  for (const name of ["Accueil", "Clients", "Catalogue", "Paniers", "Commandes", "Abonnements"]) {
    await expect(navigation.getByRole("link", { name, exact: true })).toBeVisible();
  }
  await expectAccessibleEverywhere(page, "in French");
  await page.goto("/customers");
  await expect(page.getByRole("heading", { level: 1, name: "Clients" })).toBeVisible();
  await expect(page.getByRole("columnheader", { name: "Pays" })).toBeVisible();
});
