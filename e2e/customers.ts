import type { Browser, Page } from "playwright/test";
import { callIon, emulator } from "./emulator";
import { expect, signIn, unique } from "./fixtures";

export type NewCustomer = {
  organization: string;
  firstName: string;
  lastName: string;
  email: string;
  street: string;
  postalCode: string;
  city: string;
  phone: string;
  /** Free words, no two alike: also a prefix for the customer's Microsoft tenant. */
  word: string;
};
export type Customer = NewCustomer & { id: string };

/** A German customer that nobody else has. */
export function someCustomer(): NewCustomer {
  const word = unique("story");
  return {
    word,
    organization: `Tischlerei ${word}`,
    firstName: "Jule",
    lastName: "Brandt",
    email: `jule@${word}.example`,
    street: "Lange Gasse 4",
    postalCode: "10115",
    city: "Berlin",
    phone: "+49 30 5550123",
  };
}

/** Fills the form for a new customer, open on `page`, as far as it is required. */
export async function fillCustomer(page: Page, customer: NewCustomer): Promise<void> {
  await page.getByLabel("Country", { exact: true }).selectOption({ label: "Germany" });
  await page.getByRole("textbox", { name: "Organization", exact: true }).fill(customer.organization);
  await page.getByLabel("First name").fill(customer.firstName);
  await page.getByLabel("Last name").fill(customer.lastName);
  await page.getByRole("textbox", { name: "E-mail", exact: true }).fill(customer.email);
  await page.getByLabel("Phone").fill(customer.phone);
  await page.getByLabel("Street and number").fill(customer.street);
  await page.getByLabel("Postal code").fill(customer.postalCode);
  await page.getByLabel("City").fill(customer.city);
}

/** The id at the end of one of Ion's names, such as `customers/1/orders/2`. */
export function idIn(name: string): string {
  const id = /\d+$/.exec(name)?.[0];
  if (!id) throw new Error(`no id in ${name}`);
  return id;
}

/** The id in the address of a page under `/customers`. */
export function customerIdOf(page: Page): string {
  const id = /\/customers\/(\d+)/.exec(page.url())?.[1];
  if (!id) throw new Error(`no customer in ${page.url()}`);
  return id;
}

/** A customer that an admin made a moment ago, in a browser of their own. Sales sees it only when `assigned`. */
export async function newCustomer(browser: Browser, { assigned = true } = {}): Promise<Customer> {
  const context = await browser.newContext();
  const page = await context.newPage();
  const customer = someCustomer();
  await signIn(page, "admin");
  await page.goto("/customers/new");
  await fillCustomer(page, customer);
  if (assigned) await page.getByRole("checkbox", { name: "sales@example.com" }).check();
  await page.getByRole("button", { name: "Create customer" }).click();
  page.once("dialog", (dialog) => dialog.accept());
  await page.getByRole("button", { name: `Open ${customer.organization}` }).click();
  await expect(page.getByRole("heading", { level: 1, name: customer.organization })).toBeVisible();
  const id = customerIdOf(page);
  await context.close();
  return { ...customer, id };
}

/** Two seats for a new tenant of this customer, ordered outside the portal and done. Answers the tenant's domain. */
export async function giveTenant(customer: Customer): Promise<string> {
  const today = new Date().toISOString().slice(0, 10);
  const answers = {
    domainName: customer.word,
    agreementFirstName: customer.firstName,
    agreementLastName: customer.lastName,
    agreementEmail: customer.email,
    agreementUserId: customer.email,
    agreementPhoneNumber: customer.phone,
    agreementDateAgreed: today,
  };
  const order = (await callIon("POST", `{account}/customers/${customer.id}/orders`, {
    orderItems: [
      {
        action: "CREATE",
        productId: "ExchangeOnline-demonce",
        skuId: "USxxxxxxxxxxxxxx01",
        planId: "Monthly",
        quantity: 2,
        attributes: Object.entries(answers).map(([name, value]) => ({ name, value })),
      },
    ],
  })) as { name: string };
  await emulator.setOrderStatus(idIn(order.name), "COMPLETED");
  return `${customer.word}.onmicrosoft.com`;
}
