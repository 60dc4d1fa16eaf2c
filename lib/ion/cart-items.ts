import { type CallOptions, type IonTransport, pathOf } from "./call";
import { cartItemSchema, cartItemsSchema, type IonCartItem } from "./schemas/carts";
import { nothingSchema } from "./schemas/nothing";
import { definedOnly, type IonPaymentInput, wirePayment, wireQuantity } from "./wire";

/** What a cart item can be written with. Ion's cart item has one add-on at most. */
export interface IonCartItemInput {
  /** Identifies the plan: a plan id, or a resource path ending in one. Ion documents no format. */
  planName: string;
  /** Whole number; throws RangeError otherwise. */
  quantity: number;
  payment?: IonPaymentInput;
  addOn?: { planId: string; displayName: string; parent?: string; parentIdentifier?: string };
}

/** Items of a cart (CONTRACT.md section 2.4). */
export function createCartItems(transport: IonTransport) {
  function collectionOf(customerId: string, cartId: string): string {
    return pathOf`/api/v3/customers/${customerId}/carts/${cartId}/cartItems`;
  }

  /** Every item of a cart; this list has no pages. */
  async function list(customerId: string, cartId: string, options: CallOptions = {}): Promise<IonCartItem[]> {
    const { cartItems } = await transport.call({
      operation: "carts.items.list",
      method: "GET",
      path: collectionOf(customerId, cartId),
      schema: cartItemsSchema,
      signal: options.signal,
    });
    return cartItems;
  }

  async function create(
    customerId: string,
    cartId: string,
    input: IonCartItemInput,
    options: CallOptions = {},
  ): Promise<IonCartItem> {
    return transport.call({
      operation: "carts.items.create",
      method: "POST",
      path: collectionOf(customerId, cartId),
      body: toWire(input),
      schema: cartItemSchema(),
      signal: options.signal,
    });
  }

  async function get(
    customerId: string,
    cartId: string,
    cartItemId: string,
    options: CallOptions = {},
  ): Promise<IonCartItem> {
    return transport.call({
      operation: "carts.items.get",
      method: "GET",
      path: `${collectionOf(customerId, cartId)}${pathOf`/${cartItemId}`}`,
      schema: cartItemSchema(cartItemId),
      signal: options.signal,
    });
  }

  /** Writes an item whole. */
  async function update(
    customerId: string,
    cartId: string,
    cartItemId: string,
    input: IonCartItemInput,
    options: CallOptions = {},
  ): Promise<IonCartItem> {
    return transport.call({
      operation: "carts.items.update",
      method: "PUT",
      path: `${collectionOf(customerId, cartId)}${pathOf`/${cartItemId}`}`,
      body: toWire(input),
      schema: cartItemSchema(cartItemId),
      signal: options.signal,
    });
  }

  async function remove(
    customerId: string,
    cartId: string,
    cartItemId: string,
    options: CallOptions = {},
  ): Promise<void> {
    await transport.call({
      operation: "carts.items.remove",
      method: "DELETE",
      path: `${collectionOf(customerId, cartId)}${pathOf`/${cartItemId}`}`,
      schema: nothingSchema,
      mayBeEmpty: true,
      signal: options.signal,
    });
  }

  return { list, create, get, update, remove };
}

function toWire(input: IonCartItemInput): Record<string, unknown> {
  return definedOnly({
    planName: input.planName,
    quantity: wireQuantity(input.quantity),
    payment: input.payment && wirePayment(input.payment),
    addOns: input.addOn && definedOnly({ ...input.addOn }),
  });
}
