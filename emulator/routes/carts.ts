import { z } from "zod";
import { requireAccount } from "../accounts";
import { DAY_MS } from "../clock";
import { invalidRequest, missingProperty, noAccess, notFound, refusedInState } from "../errors";
import { optionalText, readBody } from "../http/body";
import { readOffset } from "../http/paging";
import { type Call, deleted, json, type Route } from "../http/route";
import { presentCart } from "../present/cart";
import {
  CART_STATUSES,
  type Cart,
  type CartStatus,
  deleteCart,
  findCart,
  insertCart,
  listCartItems,
  listCarts,
  saveCart,
} from "../state/carts";
import { type Customer, findCustomer } from "../state/customers";

const ROOT = "/api/v3/customers/:customerId/carts";
const LONGEST_NAME = 255;

export const paymentRequest = z
  .object(
    {
      paymentType: z
        .enum(["PAYMENT_TYPE_UNSPECIFIED", "OFFLINE", "CREDIT_CARD"], {
          error: "must be equal to one of the allowed values",
        })
        .optional(),
      creditCardName: z.string({ error: "must be string" }).optional(),
    },
    { error: "must be object" },
  )
  .nullish()
  .transform((payment) => payment ?? undefined);

const cartRequest = z.object(
  {
    cartDisplayName: optionalText,
    cartdisplayName: optionalText,
    userName: optionalText,
    payment: paymentRequest,
    status: z.enum(CART_STATUSES, { error: "must be equal to one of the allowed values" }).nullish(),
    currencyCode: optionalText,
  },
  { error: "must be object" },
);

/** Cart paths carry no account: the customer decides. @throws IonError 403 for another account's, 404 for nobody's. */
export function requireCartCustomer(call: Call): Customer {
  const customer = findCustomer(call.emulator.db, call.param("customerId"));
  if (!customer) throw notFound(`customers/${call.param("customerId")}`);
  const open = call.emulator.variants.is("cart-auth", "none") && call.accountId === "";
  if (customer.accountId !== call.accountId && !open) throw noAccess();
  return customer;
}

/** @throws IonError 404 when there is no such cart, 404 or 412 when it has expired on the emulator's clock. */
export function requireCart(call: Call, customer: Customer): Cart {
  const name = `customers/${customer.customerId}/carts/${call.param("cartId")}`;
  const cart = findCart(call.emulator.db, customer.customerId, call.param("cartId"));
  if (!cart) throw notFound(name);
  if (cart.status !== "CHECKED_OUT" && cart.expiresAt <= call.emulator.clock.now()) {
    throw call.emulator.variants.is("cart-expired", "412")
      ? refusedInState(412, `cart ${name} has expired`)
      : notFound(name);
  }
  return cart;
}

/** @throws IonError 412 (or the variant's status) when the cart is checked out or a quote. */
export function requireOpen(call: Call, cart: Cart): void {
  if (
    cart.status === "OPEN" ||
    cart.status === "SAVED_FOR_LATER" ||
    cart.status === "CART_STATUS_UNSPECIFIED"
  )
    return;
  throw refusedInState(
    Number(call.emulator.variants.get("cart-refusal")),
    `cart cannot be changed in status ${cart.status}`,
  );
}

function readStatus(value: string | undefined): CartStatus {
  const status = CART_STATUSES.find((one) => one === value?.toUpperCase());
  if (!status) throw invalidRequest("status must be equal to one of the allowed values");
  return status;
}

function list(call: Call) {
  const customer = requireCartCustomer(call);
  const wanted = call.query.text("status");
  if (wanted === undefined) throw missingProperty("status");
  const status = readStatus(wanted);
  const carts = listCarts(call.emulator.db, customer.customerId, {
    status: status === "CART_STATUS_UNSPECIFIED" ? undefined : status,
    nowMs: call.emulator.clock.now(),
    descending: call.query.text("pagination.sortOrder")?.toUpperCase() === "DESC",
    text: call.query.text("pagination.filter"),
    ...readOffset(call),
  });
  return json({ carts: carts.map((cart) => presentCart(cart, call.emulator.variants)) });
}

function checkName(name: string | undefined): string | undefined {
  if (name !== undefined && name.length > LONGEST_NAME) {
    throw invalidRequest(`cartDisplayName must NOT have more than ${LONGEST_NAME} characters`);
  }
  return name || undefined;
}

function create(call: Call) {
  const { db, clock, settings, variants } = call.emulator;
  const customer = requireCartCustomer(call);
  const request = readBody(cartRequest, call.body());
  if (!request.status && variants.is("cart-create-status", "required")) throw missingProperty("status");
  if (request.status === "CHECKED_OUT")
    throw invalidRequest("a cart cannot be created in status CHECKED_OUT");
  const account = requireAccount(customer.accountId);
  const nowMs = clock.now();
  const cart = insertCart(db, {
    customerId: customer.customerId,
    displayName: checkName(request.cartDisplayName ?? request.cartdisplayName) ?? `Cart - ${nowMs}`,
    userName: request.userName || account.user.name,
    payment: request.payment,
    status: !request.status || request.status === "CART_STATUS_UNSPECIFIED" ? "OPEN" : request.status,
    currencyCode: request.currencyCode || account.currency,
    createdAt: nowMs,
    expiresAt: nowMs + settings.cartDays * DAY_MS,
  });
  return json(presentCart(cart, variants, 0), variants.is("success-codes", "200") ? 200 : 201);
}

function get(call: Call) {
  const { db, variants } = call.emulator;
  const cart = requireCart(call, requireCartCustomer(call));
  const body = presentCart(cart, variants, listCartItems(db, cart.cartId).length);
  return json(variants.is("cart-envelope", "carts") ? { carts: [body] } : body);
}

function update(call: Call) {
  const { db, variants } = call.emulator;
  const cart = requireCart(call, requireCartCustomer(call));
  const request = readBody(cartRequest, call.body());
  if (cart.status === "CHECKED_OUT") requireOpen(call, cart);
  if (request.status === "CHECKED_OUT") throw invalidRequest("a cart is checked out with :checkout");
  const changed: Cart = {
    ...cart,
    displayName: checkName(request.cartDisplayName ?? request.cartdisplayName) ?? cart.displayName,
    userName: request.userName || cart.userName,
    payment: request.payment ?? cart.payment,
    status: request.status && request.status !== "CART_STATUS_UNSPECIFIED" ? request.status : cart.status,
    currencyCode: request.currencyCode || cart.currencyCode,
  };
  saveCart(db, changed);
  return json(presentCart(changed, variants));
}

function remove(call: Call) {
  const cart = requireCart(call, requireCartCustomer(call));
  if (cart.status === "CHECKED_OUT") requireOpen(call, cart);
  deleteCart(call.emulator.db, cart.cartId);
  return deleted(call.emulator);
}

export const cartRoutes: Route[] = [
  { method: "GET", path: ROOT, handle: list },
  { method: "POST", path: ROOT, handle: create },
  { method: "GET", path: `${ROOT}/:cartId`, handle: get },
  { method: "PUT", path: `${ROOT}/:cartId`, handle: update },
  { method: "DELETE", path: `${ROOT}/:cartId`, handle: remove },
];
