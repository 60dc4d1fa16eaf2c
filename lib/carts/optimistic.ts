import { marginOf } from "@/lib/money";
import { toCharges } from "./charges";
import { timesQuantity } from "./line-prices";
import type { Cart, CartItem } from "./schemas";
import { cartTotals } from "./totals";

/**
 * The cart as it will be when Ion has taken a change: what the page shows in the meantime. Pure; unit prices stay, lines
 * and totals follow.
 */
export function withQuantity(cart: Cart, itemId: string, quantity: number): Cart {
  return withItems(
    cart,
    cart.items.map((item) => (item.id === itemId ? atQuantity(item, quantity) : item)),
  );
}

export function withoutItem(cart: Cart, itemId: string): Cart {
  return withItems(
    cart,
    cart.items.filter((item) => item.id !== itemId),
  );
}

export function withAddOn(cart: Cart, itemId: string, addOnPlanId: string | null): Cart {
  const change = (item: CartItem): CartItem => {
    if (item.id !== itemId) return item;
    const chosen = item.availableAddOns.find(({ planId }) => planId === addOnPlanId);
    if (!chosen) return { ...item, addOn: null };
    const { addOnId, planId, name, period, unitPrice } = chosen;
    const lineTotal = timesQuantity(unitPrice, item.quantity);
    const addOn = {
      addOnId,
      planId,
      name,
      period,
      unitPrice,
      lineTotal,
      onceUnitPrice: null,
      onceTotal: null,
    };
    // What the add-on costs the reseller is only known to the server.
    return {
      ...item,
      addOn: {
        ...addOn,
        quantity: item.quantity,
        ...("lineCost" in item ? { unitCost: null, lineCost: null } : {}),
      },
    };
  };
  return withItems(cart, cart.items.map(change));
}

function withItems(cart: Cart, items: CartItem[]): Cart {
  return { ...cart, items, totals: cartTotals(items.flatMap(toCharges)) };
}

function atQuantity(item: CartItem, quantity: number): CartItem {
  const { addOn } = item;
  const lineTotal = timesQuantity(item.unitPrice, quantity);
  const lineCost = timesQuantity(item.unitCost ?? null, quantity);
  const isComparable = lineTotal && lineCost && lineTotal.currency === lineCost.currency;
  return {
    ...item,
    quantity,
    lineTotal,
    onceTotal: timesQuantity(item.onceUnitPrice, quantity),
    ...("lineCost" in item ? { lineCost, margin: isComparable ? marginOf(lineTotal, lineCost) : null } : {}),
    addOn: addOn && {
      ...addOn,
      quantity,
      lineTotal: timesQuantity(addOn.unitPrice, quantity),
      onceTotal: timesQuantity(addOn.onceUnitPrice, quantity),
      ...("lineCost" in addOn ? { lineCost: timesQuantity(addOn.unitCost ?? null, quantity) } : {}),
    },
  };
}
