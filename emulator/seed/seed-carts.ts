import type { Account } from "../accounts";
import { isUsage, type Offer } from "../catalog";
import { DAY_MS } from "../clock";
import type { Random } from "../random";
import { type CartStatus, insertCart, insertCartItem } from "../state/carts";
import type { Database } from "../state/database";
import type { SeededCustomer } from "./seed-customers";

const STATUSES: CartStatus[] = ["OPEN", "OPEN", "SAVED_FOR_LATER", "QUOTE", "OPEN"];

/** Carts that somebody has begun: a few with some customers, filled in the last days. */
export function seedCarts(
  db: Database,
  account: Account,
  customers: SeededCustomer[],
  offers: Offer[],
  count: number,
  nowMs: number,
  random: Random,
): void {
  const buyers = customers.filter(({ customer }) => customer.status === "ACTIVE");
  for (let index = 0; index < count; index += 1) {
    const { customer } = random.pick(buyers);
    const createdAt = nowMs - random.int(1, 20) * DAY_MS;
    const cart = insertCart(db, {
      customerId: customer.customerId,
      displayName: `Cart - ${createdAt}`,
      userName: account.user.name,
      payment: { paymentType: "OFFLINE" },
      status: STATUSES[index % STATUSES.length] ?? "OPEN",
      currencyCode: account.currency,
      createdAt,
      expiresAt: createdAt + 60 * DAY_MS,
    });
    for (let line = random.int(0, 3); line > 0; line -= 1) {
      const { product, sku, plan } = random.pick(offers);
      insertCartItem(db, {
        cartId: cart.cartId,
        planName: `products/${product.id}/skus/${sku.id}/plans/${plan.id}`,
        productId: product.id,
        skuId: sku.id,
        planId: plan.id,
        quantity: isUsage(plan) ? 1 : Math.max(Number(plan.pricebookDetails?.MinQuantity ?? 1), 1),
        status: "DRAFT",
        checkedOut: "UNSPECIFIED",
      });
    }
  }
}
