import { expectAccessible } from "../accessible";
import { giveTenant, newCustomer } from "../customers";
import { emulator } from "../emulator";
import { expect, type Person, signIn, test } from "../fixtures";
import { MAIL_MONTHLY, newCart } from "../ordering";

type Rights = {
  writesCustomers: boolean;
  seesCost: boolean;
  managesProducts: boolean;
  decidesAboutSync: boolean;
  managesConnection: boolean;
  readsAudit: boolean;
  configuresOrders: boolean;
};
const RIGHTS: Record<Person, Rights> = {
  owner: {
    writesCustomers: true,
    seesCost: true,
    managesProducts: true,
    decidesAboutSync: true,
    managesConnection: true,
    readsAudit: true,
    configuresOrders: true,
  },
  admin: {
    writesCustomers: true,
    seesCost: true,
    managesProducts: true,
    decidesAboutSync: true,
    managesConnection: false,
    readsAudit: false,
    configuresOrders: false,
  },
  sales: {
    writesCustomers: false,
    seesCost: false,
    managesProducts: false,
    decidesAboutSync: false,
    managesConnection: false,
    readsAudit: false,
    configuresOrders: false,
  },
};
const PARTS = ["Home", "Customers", "Catalog", "Carts", "Orders", "Outbox", "Subscriptions"];

for (const [person, may] of Object.entries(RIGHTS) as [Person, Rights][]) {
  test(`${person} sees what the role includes, and nothing else`, { tag: "@main" }, async ({
    page,
    browser,
  }) => {
    const customer = await newCustomer(browser);
    await giveTenant(customer);
    const cartId = await newCart(customer, 2);
    const [order] = await emulator.orders(customer.id);
    await signIn(page, person);
    const shown = (is: boolean) => (is ? 1 : 0);

    await test.step("the parts of the portal", async () => {
      await page.goto("/");
      await expect(page.getByRole("heading", { level: 1, name: "What needs you today" })).toBeVisible();
      const links = page.getByRole("navigation", { name: "Main" }).getByRole("listitem");
      await expect(links).toHaveText([
        ...PARTS,
        ...(may.decidesAboutSync ? ["Sync with Ion"] : []),
        ...(may.managesConnection ? ["Connection to Ion"] : []),
        ...(may.readsAudit ? ["Audit log"] : []),
        ...(may.configuresOrders ? ["Order settings"] : []),
      ]);
      await expectAccessible(page);
    });

    await test.step("customers", async () => {
      await page.goto(`/customers?q=${customer.word}`);
      await expect(page.getByRole("link", { name: customer.organization })).toBeVisible();
      await expect(page.getByRole("link", { name: "New customer" })).toHaveCount(shown(may.writesCustomers));
      await page.goto(`/customers/${customer.id}`);
      await expect(page.getByRole("button", { name: "Order for this customer" })).toBeVisible();
      await expect(page.getByRole("link", { name: "Edit", exact: true })).toHaveCount(
        shown(may.writesCustomers),
      );
      for (const path of ["/customers/new", `/customers/${customer.id}/edit`]) {
        await page.goto(path);
        const title = may.writesCustomers ? /^(New customer|Edit )/ : "Not for your role";
        await expect(page.getByRole("heading", { level: 1, name: title }), path).toBeVisible();
      }
      await expectAccessible(page);
    });

    await test.step("products and their cost", async () => {
      await page.goto(`/catalog/${MAIL_MONTHLY.productId}`);
      await expect(page.getByRole("columnheader", { name: "Price" }).first()).toBeVisible();
      for (const name of ["Cost", "Margin"]) {
        await expect(page.getByRole("columnheader", { name })).toHaveCount(shown(may.seesCost));
      }
      await expect(page.getByRole("button", { name: "Disable product" })).toHaveCount(
        shown(may.managesProducts),
      );
      await expectAccessible(page);
    });

    await test.step("carts and orders", async () => {
      await page.goto(`/customers/${customer.id}/carts/${cartId}`);
      const totals = page.getByRole("region", { name: "Totals" });
      await expect(totals).toContainText("9.60");
      await expect(totals.getByRole("columnheader", { name: "Cost" })).toHaveCount(shown(may.seesCost));
      await page.goto(`/customers/${customer.id}/orders/${order?.orderId}`);
      const items = page.getByRole("region", { name: "Items" });
      await expect(items.getByText("4.80").first()).toBeVisible();
      await expect(items.getByText(/^Cost/)).toHaveCount(shown(may.seesCost));
    });

    await test.step("what the browser gets holds no cost that the role may not see", async () => {
      for (const path of [
        `/api/catalog/${MAIL_MONTHLY.productId}?customerId=${customer.id}`,
        `/api/customers/${customer.id}/carts/${cartId}`,
        `/api/customers/${customer.id}/orders/${order?.orderId}`,
      ]) {
        const answer = await page.request.get(path);
        expect(answer.status(), path).toBe(200);
        expect(/"(cost|margin)\w*":\s*[{["\d]/i.test(await answer.text()), path).toBe(may.seesCost);
      }
    });
  });
}
