import { z } from "zod";
import { invalidRequest, missingProperty, refusedInState } from "../errors";
import { attributeList, readBody } from "../http/body";
import { type Call, json, type Route } from "../http/route";
import type { OrderRequestItem } from "../orders/order-request";
import { placeOrder } from "../orders/place-order";
import { validateOrder } from "../orders/validate-order";
import { presentCheckout } from "../present/order";
import { type Cart, type CartItem, listCartItems, saveCart, saveCartItem } from "../state/carts";
import type { Attribute } from "../state/orders";
import { requireCart, requireCartCustomer, requireOpen } from "./carts";

const checkoutRequest = z.object(
  {
    totalCalculatedValue: z.number({ error: "must be integer" }).int({ error: "must be integer" }).nullish(),
    provisionData: z
      .array(
        z.object(
          {
            cartItemId: z
              .union([z.number(), z.string()], { error: "must be integer" })
              .nullish()
              .transform((id) => (id === null || id === undefined ? undefined : String(id))),
            attributes: attributeList.nullish(),
          },
          { error: "must be object" },
        ),
        { error: "must be array" },
      )
      .nullish(),
  },
  { error: "must be object" },
);

/** The attributes for each item of the cart. @throws IonError 400 for an entry without or with a foreign cartItemId. */
function attributesByItem(
  request: z.infer<typeof checkoutRequest>,
  items: CartItem[],
): Map<string, Attribute[]> {
  const byItem = new Map<string, Attribute[]>();
  for (const entry of request.provisionData ?? []) {
    if (entry.cartItemId === undefined) throw missingProperty("provisionData.cartItemId");
    if (!items.some((item) => item.itemId === entry.cartItemId)) {
      throw invalidRequest(`cartItemId ${entry.cartItemId} is not in the cart`);
    }
    if (byItem.has(entry.cartItemId))
      throw invalidRequest(`cartItemId ${entry.cartItemId} occurs twice in provisionData`);
    byItem.set(entry.cartItemId, entry.attributes ?? []);
  }
  return byItem;
}

function orderLine(item: CartItem, attributes: Attribute[]): OrderRequestItem {
  return {
    resourceId: undefined,
    providerName: undefined,
    endCustomerPO: undefined,
    resellerPO: undefined,
    referenceId: `customers/-/cartItems/${item.itemId}`,
    action: "CREATE",
    productId: item.productId,
    skuId: item.skuId,
    planId: item.planId,
    quantity: item.quantity,
    attributes,
    addOns: item.addOn && [
      {
        id: item.addOn.planId,
        addOnId: item.addOn.planId,
        planId: item.addOn.planId,
        action: "CREATE",
        quantity: item.quantity,
      },
    ],
  };
}

/**
 * Turns a cart into one order (CONTRACT.md section 2.4). A second checkout of the same cart is refused: a checked-out
 * cart is the only protection against buying twice that Ion gives.
 */
function checkout(call: Call) {
  const { emulator } = call;
  const customer = requireCartCustomer(call);
  const { accountId } = customer;
  const cart = requireCart(call, customer);
  const request = readBody(checkoutRequest, call.body());
  requireOpen(call, cart);
  const items = listCartItems(emulator.db, cart.cartId);
  if (items.length === 0)
    throw refusedInState(Number(emulator.variants.get("cart-refusal")), "cart has no items");
  const attributes = attributesByItem(request, items);
  const checked = validateOrder(emulator, accountId, customer.customerId, {
    referenceId: undefined,
    displayName: undefined,
    orderItems: items.map((item) => orderLine(item, attributes.get(item.itemId) ?? [])),
  });
  const outcome = emulator.nextOrders.take(
    `cart-${cart.cartId}`,
    emulator.settings.orderTrouble,
    emulator.settings.seed,
  );
  const failed = outcome === "partial" && items.length > 1 ? items.at(-1) : undefined;
  const ordered = checked.flatMap((line, index) => {
    const cartItem = items[index];
    if (!cartItem || cartItem === failed) return [];
    line.item.cartItemId = cartItem.itemId;
    line.item.referenceId = `customers/${customer.customerId}/cartItems/${cartItem.itemId}`;
    return [line];
  });
  const stored = placeOrder(emulator, {
    accountId,
    customer,
    items: ordered,
    referenceId: `customers/${customer.customerId}/carts/${cart.cartId}`,
    displayName: `Cart - ${emulator.clock.now()}`,
    cartId: cart.cartId,
    outcome: outcome === "partial" ? "complete" : outcome,
  });
  closeCart(call, cart, items, failed);
  return json(presentCheckout(stored.order, emulator.variants));
}

function closeCart(call: Call, cart: Cart, items: CartItem[], failed: CartItem | undefined): void {
  const { db } = call.emulator;
  saveCart(db, { ...cart, status: "CHECKED_OUT" });
  for (const item of items) {
    const success = item !== failed;
    saveCartItem(db, {
      ...item,
      status: success ? "ACTIVE" : "DRAFT",
      checkedOut: success ? "SUCCESS" : "FAILED",
    });
  }
}

export const checkoutRoutes: Route[] = [
  { method: "POST", path: "/api/v3/customers/:customerId/carts/:cartId/~checkout", handle: checkout },
];
