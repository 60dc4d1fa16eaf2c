import { expectAccessible, expectAccessibleEverywhere } from "../accessible";
import { expect, signIn, test } from "../fixtures";
import { shortcut } from "../keyboard";
import { MAIL_MONTHLY } from "../ordering";

test("everything is found and commands are run with the keyboard alone", { tag: "@lists" }, async ({
  page,
}) => {
  const { keyboard } = page;
  const field = page.getByRole("combobox", { name: /^Search customers, plans, orders/ });
  const option = (name: string | RegExp) => page.getByRole("option", { name });
  const heading = (name: string | RegExp) => page.getByRole("heading", { level: 1, name });
  const open = () => shortcut(page, "Control+k", field);
  await signIn(page, "admin");
  await page.goto("/");
  const list = async (path: string) => (await (await page.request.get(path)).json()).rows;
  const [customer] = await list("/api/customers?sort=-created");
  const [order] = await list("/api/orders");
  const [subscription] = await list("/api/subscriptions");

  await test.step("it opens over any page, with what can be done, and closes where one was", async () => {
    await open();
    await expect(option("Go to Orders")).toBeVisible();
    await expectAccessible(page, "palette");
    await keyboard.press("Escape");
    await expect(field).toHaveCount(0);
    await expect(heading("What needs you today")).toBeVisible();
  });

  await test.step("a customer by the name", async () => {
    await open();
    await keyboard.type(customer.organization);
    await expect(option(customer.organization).first()).toHaveAttribute("aria-selected", "true");
    await expectAccessible(page, "found");
    await keyboard.press("Enter");
    await expect(heading(customer.organization)).toBeVisible();
    await expect(page).toHaveURL(new RegExp(`/customers/${customer.id}$`));
  });

  await test.step("an order by its number", async () => {
    await open();
    await keyboard.type(order.id);
    await expect(option(new RegExp(order.id)).first()).toBeVisible();
    await keyboard.press("Enter");
    await expect(heading(`Order ${order.id}`)).toBeVisible();
  });

  await test.step("a subscription by its number, and a plan by its part number", async () => {
    await open();
    await keyboard.type(subscription.id);
    await expect(
      page.getByRole("group", { name: "Subscriptions" }).getByRole("option").first(),
    ).toBeVisible();
    await keyboard.press("Control+a");
    await keyboard.type(MAIL_MONTHLY.partNumber);
    await expect(page.getByRole("group", { name: "Plans" }).getByRole("option").first()).toHaveAttribute(
      "aria-selected",
      "true",
    );
    await keyboard.press("Enter");
    await expect(heading(MAIL_MONTHLY.product)).toBeVisible();
  });

  await test.step("what was opened last is there before a letter is typed", async () => {
    await open();
    const last = page.getByRole("group", { name: "Opened last" }).getByRole("option");
    await expect(last.nth(1)).toContainText(order.id);
    await expect(last.nth(2)).toContainText(customer.organization);
    await keyboard.press("ArrowDown");
    await expect(last.nth(1)).toHaveAttribute("aria-selected", "true");
    await keyboard.press("Escape");
  });

  await test.step("a command by some of its words", async () => {
    await open();
    await keyboard.type("go subsc");
    await expect(option("Go to Subscriptions")).toBeVisible();
    await keyboard.press("Enter");
    await expect(heading("Subscriptions")).toBeVisible();
    await open();
    await keyboard.type("dark");
    await keyboard.press("Enter");
    await expect(field).toHaveCount(0);
    await expect(page.locator("html")).toHaveAttribute("data-theme", "dark");
    await open();
    await keyboard.type("theme dev");
    await keyboard.press("Enter");
    await expect(page.locator("html")).not.toHaveAttribute("data-theme", "dark");
  });

  await test.step("words that nothing has, and odd ones, are no error", async () => {
    await open();
    for (const text of ["zzzz nothing", `'; drop table x; --`, "%_\\", "🦊", ".*(["]) {
      await keyboard.press("Control+a");
      await keyboard.type(text);
      await expect(page.getByText(`Nothing is called ‘${text}’.`)).toBeVisible();
      await expect(page.getByRole("dialog").getByRole("alert")).toHaveCount(0);
    }
    await expectAccessibleEverywhere(page, "nothing found");
  });
});
