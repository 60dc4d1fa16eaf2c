import "server-only";
import { accessCarts } from "@/lib/carts/cart-access";
import { linePrices } from "@/lib/carts/line-prices";
import { checkQuantity } from "@/lib/carts/quantity";
import { findPlan, readProducts } from "@/lib/carts/read-products";
import { type Charge, cartTotals } from "@/lib/carts/totals";
import type { IntentLine } from "@/lib/db/schema/order-intents";
import { AppError } from "@/lib/errors";
import { serverTexts } from "@/lib/i18n/server-texts";
import type { Money } from "@/lib/money-value";
import type { DirectOrderInput } from "./direct-order-schemas";

/**
 * What an order without a cart costs this customer now, from Ion's catalog. Throws AppError NOT_ORDERABLE for a plan that
 * can't be had or not in that quantity, and IonError.
 */
export async function priceOrder(
  customerId: string,
  items: DirectOrderInput["items"],
): Promise<{ lines: IntentLine[]; totals: Money[] }> {
  const access = await accessCarts("carts:read", customerId);
  const ids = items.map(({ productId }) => productId);
  const [products, texts] = await Promise.all([
    readProducts(access, ids, { fresh: true }),
    serverTexts("carts"),
  ]);
  const priced = items.map(({ quantity, ...ref }) => {
    const facts = findPlan(products, ref);
    const orderable = facts?.plan.orderable.ok === true && checkQuantity(quantity, facts.plan) === null;
    if (!orderable) throw new AppError("NOT_ORDERABLE", { params: { reason: texts("blocked.gone") } });
    const { plan, sku } = facts;
    const { billingPeriod: period, usageBased, price: catalogPrice, setupFee } = plan;
    const prices = linePrices({
      period,
      quantity,
      usageBased,
      recurring: null,
      upfront: null,
      catalogPrice,
      setupFee,
    });
    const charges: Charge[] = [];
    if (prices.lineTotal) charges.push({ amount: prices.lineTotal, period });
    if (prices.onceTotal) charges.push({ amount: prices.onceTotal, period: "one-time" });
    const line: IntentLine = { name: `${sku.name}, ${plan.name}`, quantity, total: prices.lineTotal };
    return { line, charges };
  });
  const totals = cartTotals(priced.flatMap(({ charges }) => charges));
  return {
    lines: priced.map(({ line }) => line),
    totals: totals.map(({ amount, currency }) => ({ amount, currency })),
  };
}
