import { expectAccessible, expectAccessibleEverywhere } from "../accessible";
import { fillCustomer, newCustomer, someCustomer } from "../customers";
import { expect, signIn, test } from "../fixtures";

test("an admin creates a customer: errors first, a taken e-mail, the password once", {
  tag: "@main",
}, async ({ page, browser }) => {
  const taken = await newCustomer(browser, { assigned: false });
  await signIn(page, "admin");
  await page.goto("/customers");
  await page.getByRole("link", { name: "New customer" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "New customer" })).toBeVisible();
  await expectAccessibleEverywhere(page);

  await test.step("an empty form names what it needs and leads there", async () => {
    await page.getByRole("button", { name: "Create customer" }).click();
    const summary = page.getByRole("alert").filter({ hasText: "fields need attention" });
    await expect(summary).toBeFocused();
    await summary.getByRole("link", { name: "Last name: Fill this in." }).click();
    await expect(page.getByLabel("Last name")).toBeFocused();
    await expect(page.getByLabel("Last name")).toHaveAccessibleDescription(/Fill this in/);
    await expectAccessible(page, "with errors");
  });

  const customer = someCustomer();
  await fillCustomer(page, { ...customer, email: "not-an-address", postalCode: "1" });
  await page.getByRole("checkbox", { name: "sales@example.com" }).check();

  await test.step("wrong values are told at their field before anything is sent", async () => {
    await page.getByRole("button", { name: "Create customer" }).click();
    await expect(page.getByRole("textbox", { name: "E-mail", exact: true })).toHaveAccessibleDescription(
      /not an e-mail address/,
    );
    await expect(page.getByLabel("Postal code")).toHaveAccessibleDescription(/does not fit the country/);
  });

  await test.step("an e-mail that Ion already knows is told at the field, and nothing is lost", async () => {
    await page.getByLabel("Postal code").fill(customer.postalCode);
    await page.getByRole("textbox", { name: "E-mail", exact: true }).fill(taken.email);
    await page.getByRole("button", { name: "Create customer" }).click();
    const email = page.getByRole("textbox", { name: "E-mail", exact: true });
    await expect(email).toHaveAccessibleDescription(/belongs to another customer/);
    await expect(page.getByRole("link", { name: /^E-mail: This e-mail address belongs/ })).toBeVisible();
    await expect(email).toHaveValue(taken.email);
    await expect(page.getByRole("textbox", { name: "Organization", exact: true })).toHaveValue(
      customer.organization,
    );
    await expect(page.getByLabel("Street and number")).toHaveValue(customer.street);
    await expect(page.getByRole("checkbox", { name: "sales@example.com" })).toBeChecked();
    await expectAccessible(page, "with Ion's refusal");
  });

  await test.step("a reload brings back what was typed", async () => {
    page.once("dialog", (dialog) => dialog.accept());
    await page.reload();
    await expect(page.getByRole("textbox", { name: "Organization", exact: true })).toHaveValue(
      customer.organization,
    );
    await expect(page.getByText("This is what you had typed before")).toBeVisible();
  });

  await test.step("then it is created, and the first user's password is shown once", async () => {
    await page.getByRole("textbox", { name: "E-mail", exact: true }).fill(customer.email);
    await page.getByRole("button", { name: "Create customer" }).click();
    await expect(
      page.getByRole("heading", { name: `${customer.organization} is a customer now` }),
    ).toBeFocused();
    const password = page
      .getByRole("term")
      .filter({ hasText: "Password" })
      .locator("xpath=following::dd[1]/span[1]");
    await expect(password).toHaveText(/\S{8,}/);
    await expectAccessibleEverywhere(page, "created");
    const secret = (await password.textContent()) ?? "";
    expect(secret).not.toBe("");

    page.once("dialog", (dialog) => dialog.accept());
    await page.getByRole("button", { name: `Open ${customer.organization}` }).click();
    await expect(page.getByRole("heading", { level: 1, name: customer.organization })).toBeVisible();
    await expect(page.getByText("Sara Lindqvist")).toBeVisible();
    await expectAccessibleEverywhere(page);
    expect((await page.content()).includes(secret), "the password is gone").toBe(false);
    await page.goto("/customers/new");
    expect((await page.content()).includes(secret), "the password is gone").toBe(false);
  });

  await test.step("the sales person it was given to finds it", async () => {
    await signIn(page, "sales");
    await page.goto("/customers");
    await page.getByRole("searchbox").fill(customer.word);
    await expect(page.getByText(/^1 of \d+ customers/)).toBeVisible();
    await page.getByRole("link", { name: customer.organization }).click();
    await expect(page.getByRole("heading", { level: 1, name: customer.organization })).toBeVisible();
    await expect(page.getByRole("link", { name: "Edit", exact: true })).toHaveCount(0);
  });
});
