import "server-only";
import { AppError } from "@/lib/errors";
import { serverTexts } from "@/lib/i18n/server-texts";
import type { IonCart, IonCartItem } from "@/lib/ion/schemas/carts";
import type { CartAccess } from "./cart-access";
import { toCharges } from "./charges";
import { closeKnownCart, type KnownCart } from "./known-carts";
import { readPlanName } from "./plan-name";
import { namedByPerson } from "./read-cart";
import { readIonCart } from "./read-ion-cart";
import { findPlan, readProducts } from "./read-products";
import type { CartRow } from "./schemas";
import { toCartItem } from "./to-cart-item";
import { cartTotals } from "./totals";

const NAMES_SHOWN = 3;

/**
 * A cart as a row of a list, read live. Null when it turned out to be no longer in progress, which is noted. When Ion
 * does not answer for it, the row holds what the portal itself knows, with `isRead` false.
 */
export async function readCartRow(
  access: CartAccess,
  known: KnownCart,
  customerName: string,
): Promise<CartRow | null> {
  const base: CartRow = {
    id: known.cartId,
    customerId: known.customerId,
    customerName,
    displayName: null,
    state: "unknown",
    createdBy: known.createdByName,
    touchedAt: known.touchedAt.toISOString(),
    itemNames: [],
    itemCount: 0,
    totals: [],
    unpricedItems: 0,
    isRead: false,
  };
  try {
    const { cart, items } = await readIonCart(access, known.cartId);
    if (cart.state === "checked-out") {
      await closeKnownCart(access.actor.accountId, known.cartId);
      return null;
    }
    return {
      ...base,
      ...(await content(access, cart, items)),
      createdBy: known.createdByName ?? cart.userName,
      isRead: true,
    };
  } catch (error) {
    if (error instanceof AppError && (error.code === "CART_EXPIRED" || error.code === "NOT_FOUND"))
      return null;
    return base;
  }
}

async function content(access: CartAccess, cart: IonCart, items: IonCartItem[]): Promise<Partial<CartRow>> {
  const hints = items.map((item) => readPlanName(item.planName));
  const [products, texts] = await Promise.all([
    readProducts(
      access,
      hints.flatMap((hint) => hint?.productId ?? []),
    ),
    serverTexts("carts"),
  ]);
  const lines = items.map((item, index) =>
    toCartItem({
      item,
      facts: findPlan(products, hints[index] ?? null),
      questions: null,
      withCost: false,
      texts,
    }),
  );
  return {
    displayName: namedByPerson(cart.displayName),
    state: cart.state,
    itemNames: lines.slice(0, NAMES_SHOWN).map(({ skuName, productName }) => skuName ?? productName),
    itemCount: lines.length,
    totals: cartTotals(lines.flatMap(toCharges)),
    unpricedItems: lines.filter(({ lineTotal, usageBased }) => lineTotal === null && !usageBased).length,
  };
}
