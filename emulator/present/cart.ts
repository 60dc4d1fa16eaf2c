import { isUsage, type Offer, type Plan } from "../catalog";
import { lineTotal } from "../money";
import { priceFor, type UnitPrice } from "../orders/prices";
import type { Cart, CartItem } from "../state/carts";
import type { Customer } from "../state/customers";
import type { Variants } from "../variants";

/** A cart (CONTRACT.md section 2.4). `totalItems` is in get cart only. */
export function presentCart(cart: Cart, variants: Variants, totalItems?: number): Record<string, unknown> {
  const zero = variants.is("zero-values", "present") ? 0 : undefined;
  return {
    name: variants.is("cart-name", "id") ? cart.cartId : `customers/${cart.customerId}/carts/${cart.cartId}`,
    [variants.get("cart-display-name")]: cart.displayName,
    userName: cart.userName,
    payment: cart.payment,
    status: cart.status,
    currencyCode: cart.currencyCode,
    totalItems: totalItems || (totalItems === 0 ? zero : undefined),
  };
}

const PERIODS: Record<string, string> = {
  ONE_TIME: "ONE_TIME",
  WEEKLY: "WEEK",
  MONTHLY: "MONTH",
  QUARTERLY: "QUARTER",
  ANNUAL: "YEAR",
};

export type CartLine = {
  cart: Cart;
  item: CartItem;
  offer: Offer | undefined;
  addOn?: { plan: Plan };
  customer: Customer;
};

/**
 * A cart item. Create and update print the one-time price and more detail; list and get leave `upfrontPrice.value` out
 * (CONTRACT.md section 6, D54).
 */
export function presentCartItem(line: CartLine, from: "write" | "read", variants: Variants): unknown {
  const { cart, item, offer, customer } = line;
  const plan = offer?.plan;
  const price = plan && priceFor({ plan }, customer);
  const withValue = from === "write" || variants.is("upfront-value", "present");
  const name = `customers/${cart.customerId}/carts/${cart.cartId}`;
  const money = pricesOf(plan, price, item.quantity, withValue, variants);
  return {
    name: `${name}/cartItems/${item.itemId}`,
    cartName: name,
    userName: cart.userName,
    title: offer ? `${offer.sku.displayName}` : undefined,
    planName: item.planName,
    period: plan && (PERIODS[plan.billingPeriod] ?? "BILLING_PERIOD_UNSPECIFIED"),
    status: item.status,
    payment: item.payment,
    quantity: item.quantity,
    ...money,
    addOns: presentAddOn(line, withValue, variants),
    currencyCode: price?.currency,
    paymentSpec: {
      offlineAllowed: true,
      ...(from === "write" ? { creditCardsAllowed: false } : {}),
      immutable: false,
    },
    ...(from === "write" ? { taxesEnabled: false, termsContent: "", purchaseInfo: purchaseInfo(line) } : {}),
    termUid: offer?.product.termUid,
    checkedOut: item.checkedOut,
    ownerId: customer.accountId,
    productType: "PRODUCT",
  };
}

function purchaseInfo({ item, offer }: CartLine): unknown {
  return {
    hasDeploymentActions: offer?.product.deployment !== undefined,
    hasConsumptionBilling: offer !== undefined && isUsage(offer.plan),
    createdSubscriptionName: item.createdSubscriptionName,
  };
}

/** A one-time plan costs upfront and nothing later; every other plan the reverse. */
function pricesOf(
  plan: Plan | undefined,
  price: UnitPrice | undefined,
  quantity: number,
  withValue: boolean,
  variants: Variants,
): Record<string, unknown> {
  if (!plan || !price) return {};
  const value = variants.is("cart-price", "line") ? lineTotal(price.price, quantity) : price.price;
  const once = plan.billingPeriod === "ONE_TIME";
  const { currency } = price;
  return {
    upfrontPrice: withValue ? { currency, value: once ? value : 0 } : { currency },
    recurringPrice: once ? { currency, value: 0 } : { currency, value },
  };
}

function presentAddOn({ item, addOn, customer }: CartLine, withValue: boolean, variants: Variants): unknown {
  if (!item.addOn) return undefined;
  const price = addOn && priceFor({ plan: addOn.plan }, customer);
  return {
    ...item.addOn,
    quantity: item.quantity,
    quantitySpec: { isRequired: false, minQuantity: 1, maxQuantity: 0 },
    ...pricesOf(addOn?.plan, price, item.quantity, withValue, variants),
  };
}
