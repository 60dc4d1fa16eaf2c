import { z } from "zod";
import { type CallOptions, type IonTransport, pathOf } from "./call";
import { createCartItems } from "./cart-items";
import { createOrderLists, findMadeOrder } from "./order-lists";
import { DEFAULT_PAGE_SIZE, followOffsets, nextOffset } from "./paginate";
import { cartSchema, cartsSchema, type IonCart, unwrapCart } from "./schemas/carts";
import { nothingSchema } from "./schemas/nothing";
import { createdOrderSchema, type IonOrder } from "./schemas/orders";
import {
  definedOnly,
  type IonAttributeInput,
  type IonPaymentInput,
  wireAttributes,
  wireInteger,
  wirePayment,
} from "./wire";

export type CartStatus = "OPEN" | "SAVED_FOR_LATER" | "CHECKED_OUT" | "QUOTE";

export interface IonCartInput {
  displayName?: string;
  currency?: string;
  userName?: string;
  payment?: IonPaymentInput;
  status?: CartStatus;
}

export interface IonCheckoutInput {
  /** One entry per item of the cart. */
  items: { cartItemId: string; attributes: IonAttributeInput[] }[];
  /** Meaning undocumented; only sent when given, as a whole number. */
  totalCalculatedValue?: number;
}

/**
 * Carts of a customer (CONTRACT.md section 2.4). Their paths hold no account: Ion's own check is not to be relied on,
 * so the caller makes sure that the customer belongs to the account.
 */
export function createCarts(transport: IonTransport, accountId: string) {
  const items = createCartItems(transport);
  const orderLists = createOrderLists(transport, accountId);

  function collectionOf(customerId: string): string {
    return pathOf`/api/v3/customers/${customerId}/carts`;
  }

  function one(customerId: string, cartId: string) {
    return z.preprocess(unwrapCart, cartSchema(customerId, cartId));
  }

  /** One page of a customer's carts of a status. Ion gives no total: go on until `nextOffset` is null. */
  async function list(
    customerId: string,
    options: CallOptions & { status: CartStatus; limit?: number; offset?: number },
  ): Promise<{ carts: IonCart[]; nextOffset: number | null }> {
    const offset = options.offset ?? 0;
    const { carts } = await transport.call({
      operation: "carts.list",
      method: "GET",
      path: collectionOf(customerId),
      query: {
        status: options.status,
        "pagination.limit": options.limit ?? DEFAULT_PAGE_SIZE,
        "pagination.offset": offset,
      },
      schema: cartsSchema(customerId),
      signal: options.signal,
    });
    return { carts, nextOffset: nextOffset(offset, carts.length, null) };
  }

  /** Every cart of a customer with that status. */
  function listAll(customerId: string, options: CallOptions & { status: CartStatus; limit?: number }) {
    return followOffsets(
      async (offset) => ({ rows: (await list(customerId, { ...options, offset })).carts, totalCount: null }),
      (cart) => cart.id,
    );
  }

  /** Opens a cart. Throws IonError "outcome-unknown" when one may have been opened. */
  async function create(
    customerId: string,
    input: IonCartInput = {},
    options: CallOptions = {},
  ): Promise<IonCart> {
    return transport.call({
      operation: "carts.create",
      method: "POST",
      path: collectionOf(customerId),
      body: { ...toWire(input), status: input.status ?? "OPEN" },
      schema: z.preprocess(unwrapCart, cartSchema(customerId)),
      signal: options.signal,
    });
  }

  /** One cart, without its items. Throws IonError "not-found". */
  async function get(customerId: string, cartId: string, options: CallOptions = {}): Promise<IonCart> {
    return transport.call({
      operation: "carts.get",
      method: "GET",
      path: `${collectionOf(customerId)}${pathOf`/${cartId}`}`,
      schema: one(customerId, cartId),
      signal: options.signal,
    });
  }

  async function update(
    customerId: string,
    cartId: string,
    input: IonCartInput,
    options: CallOptions = {},
  ): Promise<IonCart> {
    return transport.call({
      operation: "carts.update",
      method: "PUT",
      path: `${collectionOf(customerId)}${pathOf`/${cartId}`}`,
      body: toWire(input),
      schema: one(customerId, cartId),
      signal: options.signal,
    });
  }

  /** Deletes a cart with its items. */
  async function remove(customerId: string, cartId: string, options: CallOptions = {}): Promise<void> {
    await transport.call({
      operation: "carts.remove",
      method: "DELETE",
      path: `${collectionOf(customerId)}${pathOf`/${cartId}`}`,
      schema: nothingSchema,
      mayBeEmpty: true,
      signal: options.signal,
    });
  }

  /**
   * Checks a cart out and returns the order that Ion made. Sent once, never again by itself.
   *
   * Throws IonError "validation" with the refused attributes, or "outcome-unknown" when the order may exist: Ion has no
   * idempotency key, so look for an order of this cart before trying again (CONTRACT.md section 8.2).
   */
  async function checkout(
    customerId: string,
    cartId: string,
    input: IonCheckoutInput,
    options: CallOptions = {},
  ): Promise<IonOrder> {
    const { totalCalculatedValue } = input;
    const path = `${collectionOf(customerId)}${pathOf`/${cartId}`}:checkout`;
    const order = await transport.call({
      operation: "carts.checkout",
      method: "POST",
      path,
      body: {
        ...(Number.isSafeInteger(totalCalculatedValue) ? { totalCalculatedValue } : {}),
        provisionData: input.items.map(({ cartItemId, attributes }) => ({
          cartItemId: wireInteger(cartItemId),
          attributes: wireAttributes(attributes),
        })),
      },
      schema: createdOrderSchema({ customerId }),
      signal: options.signal,
    });
    if (order.id !== null) return { ...order, id: order.id, customerId };
    return findMadeOrder(orderLists, {
      operation: "carts.checkout",
      path,
      customerId,
      isIt: (candidate) => candidate.cartId === cartId,
      signal: options.signal,
    });
  }

  return { list, listAll, create, get, update, remove, checkout, items };
}

function toWire(input: IonCartInput): Record<string, unknown> {
  return definedOnly({
    cartDisplayName: input.displayName,
    userName: input.userName,
    currencyCode: input.currency,
    status: input.status,
    payment: input.payment && wirePayment(input.payment),
  });
}
