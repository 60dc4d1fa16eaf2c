import { z } from "zod";
import { resolvePlanName } from "../carts/plan-name";
import type { Offer } from "../catalog";
import { invalidRequest, missingProperty, notFound } from "../errors";
import { optionalText, readBody } from "../http/body";
import { type Call, deleted, json, type Route } from "../http/route";
import { readQuantity, requireOrderable, requireQuantity } from "../orders/validate-order";
import { presentCartItem } from "../present/cart";
import {
  type Cart,
  type CartAddOn,
  type CartItem,
  deleteCartItem,
  findCartItem,
  insertCartItem,
  listCartItems,
  saveCartItem,
} from "../state/carts";
import type { Customer } from "../state/customers";
import { findAddOn, findOffer } from "../state/products";
import { paymentRequest, requireCart, requireCartCustomer, requireOpen } from "./carts";

const ROOT = "/api/v3/customers/:customerId/carts/:cartId/cartItems";

const itemRequest = z.object(
  {
    planName: optionalText,
    payment: paymentRequest,
    quantity: z.union([z.number(), z.string()], { error: "quantity must be integer" }).nullish(),
    addOns: z
      .object(
        {
          planId: optionalText,
          displayName: optionalText,
          parent: optionalText,
          parentIdentifier: optionalText,
        },
        { error: "must be object" },
      )
      .nullish(),
  },
  { error: "must be object" },
);

type ItemRequest = z.infer<typeof itemRequest>;

function offerOf(call: Call, customer: Customer, item: CartItem): Offer | undefined {
  return findOffer(call.emulator.db, customer.accountId, item.productId, item.skuId, item.planId);
}

function present(
  call: Call,
  customer: Customer,
  cart: Cart,
  item: CartItem,
  from: "write" | "read",
): unknown {
  const offer = offerOf(call, customer, item);
  const addOn = item.addOn && offer ? findAddOn(offer.product, item.addOn.planId) : undefined;
  return presentCartItem({ cart, item, offer, addOn, customer }, from, call.emulator.variants);
}

function requireItem(call: Call, cart: Cart): CartItem {
  const itemId = call.param("cartItemId");
  const item = findCartItem(call.emulator.db, cart.cartId, itemId);
  if (!item) throw notFound(`customers/${cart.customerId}/carts/${cart.cartId}/cartItems/${itemId}`);
  return item;
}

/** @throws IonError 400 when the add-on lacks a field or does not belong to the product. */
function readAddOn(request: ItemRequest, offer: Offer): CartAddOn | undefined {
  if (!request.addOns) return undefined;
  const { planId, displayName, parent, parentIdentifier } = request.addOns;
  if (!planId) throw missingProperty("addOns.planId");
  if (!displayName) throw missingProperty("addOns.displayName");
  if (!findAddOn(offer.product, planId))
    throw invalidRequest(`addOns.planId '${planId}' does not name an add-on`);
  return { planId, displayName, parent, parentIdentifier };
}

function list(call: Call) {
  const customer = requireCartCustomer(call);
  const cart = requireCart(call, customer);
  const items = listCartItems(call.emulator.db, cart.cartId);
  return json({
    [call.emulator.variants.get("cart-items-key")]: items.map((item) =>
      present(call, customer, cart, item, "read"),
    ),
  });
}

function create(call: Call) {
  const { db } = call.emulator;
  const customer = requireCartCustomer(call);
  const cart = requireCart(call, customer);
  const request = readBody(itemRequest, call.body());
  requireOpen(call, cart);
  if (!request.planName) throw missingProperty("planName");
  const offer = resolvePlanName(call.emulator, customer.accountId, request.planName);
  requireOrderable(offer);
  const quantity = readQuantity(request.quantity ?? 1);
  requireQuantity(offer, quantity);
  const item = insertCartItem(db, {
    cartId: cart.cartId,
    planName: request.planName,
    productId: offer.product.id,
    skuId: offer.sku.id,
    planId: offer.plan.id,
    quantity,
    payment: request.payment,
    addOn: readAddOn(request, offer),
    status: "DRAFT",
    checkedOut: "UNSPECIFIED",
  });
  return json(present(call, customer, cart, item, "write"));
}

function get(call: Call) {
  const customer = requireCartCustomer(call);
  const cart = requireCart(call, customer);
  return json(present(call, customer, cart, requireItem(call, cart), "read"));
}

function update(call: Call) {
  const { db } = call.emulator;
  const customer = requireCartCustomer(call);
  const cart = requireCart(call, customer);
  const item = requireItem(call, cart);
  const request = readBody(itemRequest, call.body());
  requireOpen(call, cart);
  const offer = request.planName
    ? resolvePlanName(call.emulator, customer.accountId, request.planName)
    : offerOf(call, customer, item);
  if (!offer) throw invalidRequest(`planName '${item.planName}' does not name a plan`);
  const quantity =
    request.quantity === undefined || request.quantity === null
      ? item.quantity
      : readQuantity(request.quantity);
  requireQuantity(offer, quantity);
  const changed: CartItem = {
    ...item,
    planName: request.planName || item.planName,
    productId: offer.product.id,
    skuId: offer.sku.id,
    planId: offer.plan.id,
    quantity,
    payment: request.payment ?? item.payment,
    addOn: readAddOn(request, offer) ?? item.addOn,
  };
  saveCartItem(db, changed);
  return json(present(call, customer, cart, changed, "write"));
}

function remove(call: Call) {
  const cart = requireCart(call, requireCartCustomer(call));
  requireOpen(call, cart);
  deleteCartItem(call.emulator.db, requireItem(call, cart).itemId);
  return deleted(call.emulator);
}

export const cartItemRoutes: Route[] = [
  { method: "GET", path: ROOT, handle: list },
  { method: "POST", path: ROOT, handle: create },
  { method: "GET", path: `${ROOT}/:cartItemId`, handle: get },
  { method: "PUT", path: `${ROOT}/:cartItemId`, handle: update },
  { method: "DELETE", path: `${ROOT}/:cartItemId`, handle: remove },
];
