import type { Page } from "playwright/test";
import { type Customer, idIn } from "./customers";
import { callIon } from "./emulator";
import { expect } from "./fixtures";

/** A plan of the catalog with what the stories need to know of it. */
export type Plan = {
  product: string;
  sku: string;
  productId: string;
  skuId: string;
  planId: string;
  partNumber: string;
};

export const MAIL_MONTHLY: Plan = {
  product: "Exchange Online NCE",
  sku: "Exchange Online (Plan 1)",
  productId: "ExchangeOnline-demonce",
  skuId: "USCFQ7TTC0LH160001",
  planId: "Monthly",
  partNumber: "CFQ7TTC0LH16:0001:P1M:M",
};

/** A cart with seats of one plan, filled outside the portal. Answers its id. */
export async function newCart(
  customer: Customer,
  quantity: number,
  plan: Plan = MAIL_MONTHLY,
): Promise<string> {
  const cart = (await callIon("POST", `customers/${customer.id}/carts`, { status: "OPEN" })) as {
    name: string;
  };
  const id = idIn(cart.name);
  await addSeats(customer, id, quantity, plan);
  return id;
}

/** Puts a further line into a cart, from outside the portal. */
export async function addSeats(
  customer: Customer,
  cartId: string,
  quantity: number,
  plan: Plan,
): Promise<void> {
  const planName = `products/${plan.productId}/skus/${plan.skuId}/plans/${plan.planId}`;
  await callIon("POST", `customers/${customer.id}/carts/${cartId}/cartItems`, { planName, quantity });
}

/** The way on from the cart, at its top; a long cart has it at its end, too. */
export const reviewButton = (page: Page) => page.getByRole("button", { name: "Continue to review" }).first();

/** The button that costs money. */
export const orderButton = (page: Page) => page.getByRole("button", { name: /^Order \d/ });

/** Where an order shows the administrator of the tenant it made. */
export const credentialsOf = (page: Page) =>
  page.getByRole("region", { name: "Administrator of the new tenant" });

/** From an order that is done to what it made. */
export const subscriptionLink = (page: Page) =>
  page.getByRole("region", { name: "Subscription" }).getByRole("link", { name: MAIL_MONTHLY.sku });

/** Waits for the page of the order that was just placed. Answers its number. */
export async function reachOrder(page: Page): Promise<string> {
  await expect(page).toHaveURL(/\/customers\/\d+\/orders\/\d+$/);
  const id = idIn(page.url());
  await expect(page.getByRole("heading", { level: 1, name: `Order ${id}` })).toBeVisible();
  return id;
}
