import { type CallOptions, type IonTransport, pathOf } from "./call";
import { type IonOrderCredentials, readOrderCredentials } from "./credentials";
import { IonError, isIonError } from "./errors";
import { createOrderLists, findMadeOrder } from "./order-lists";
import { createdOrderSchema, type IonOrder, orderSchema } from "./schemas/orders";
import { definedOnly, type IonAttributeInput, wireAttributes, wireQuantity } from "./wire";

interface OrderItemBase {
  productId: string;
  skuId: string;
  planId: string;
  /** Absolute: the new total of an UPDATE, not a difference. Whole number; throws RangeError otherwise. */
  quantity: number;
  attributes: IonAttributeInput[];
  referenceId?: string;
  endCustomerPO?: string;
  resellerPO?: string;
  /** Only where the installation asks for it; current samples leave it out (D15). */
  providerName?: string;
  addOns?: { addOnId: string; planId: string; action: "CREATE" | "UPDATE"; quantity: number }[];
}

/** A line of an order: a CREATE names no vendor subscription, an UPDATE always does. */
export type IonOrderItemInput =
  | (OrderItemBase & { action: "CREATE" })
  /** `resourceId` is the subscription's `vendorSubscriptionId`. */
  | (OrderItemBase & { action: "UPDATE"; resourceId: string });

export interface IonOrderInput {
  /** Ours, and unique: Ion does not enforce it, but it is what a lost order is found by. */
  referenceId: string;
  displayName: string;
  items: IonOrderItemInput[];
}

/** What a cancellation came to. Decide on `order.state`, not on the refusal. */
export interface IonCancellation {
  /** The order, read again after the call. */
  order: IonOrder;
  /** When that was asked for. */
  readAt: Date;
  /** Ion's refusal, or the doubt about the call; null when Ion said yes. */
  refusal: IonError | null;
}

/** Orders (CONTRACT.md section 2.5 and 4). */
export function createOrders(transport: IonTransport, accountId: string) {
  const lists = createOrderLists(transport, accountId);

  function collectionOf(customerId: string): string {
    return pathOf`/api/v3/accounts/${accountId}/customers/${customerId}/orders`;
  }

  /** One order. `customerId` may be "-" to search every customer. Throws IonError "not-found". */
  async function get(customerId: string, orderId: string, options: CallOptions = {}): Promise<IonOrder> {
    return transport.call(getCall(customerId, orderId, options));
  }

  /**
   * Places an order, or changes a subscription through one. Sent once, never again by itself.
   *
   * Throws IonError "validation" with Ion's details, or "outcome-unknown" when the order may exist: Ion has no
   * idempotency key, so look for `referenceId` among the customer's orders first (CONTRACT.md section 8.2).
   */
  async function create(
    customerId: string,
    input: IonOrderInput,
    options: CallOptions = {},
  ): Promise<IonOrder> {
    const path = collectionOf(customerId);
    const order = await transport.call({
      operation: "orders.create",
      method: "POST",
      path,
      body: {
        referenceId: input.referenceId,
        displayName: input.displayName,
        orderItems: input.items.map(toWireItem),
      },
      schema: createdOrderSchema({ customerId }),
      signal: options.signal,
    });
    if (order.id !== null) return { ...order, id: order.id, customerId };
    return findMadeOrder(lists, {
      operation: "orders.create",
      path,
      customerId,
      isIt: (candidate) => candidate.referenceId === input.referenceId,
      signal: options.signal,
    });
  }

  /**
   * Asks Ion to cancel an order, then reads it again: Ion's own answer may still show the old status (D57), and its
   * answer to a cancellation that comes too late is not documented, so only the order itself tells.
   *
   * Throws IonError "not-found"; what the transport throws when the call never left; and "outcome-unknown" when the
   * order cannot be read afterwards.
   */
  async function cancel(
    customerId: string,
    orderId: string,
    options: CallOptions = {},
  ): Promise<IonCancellation> {
    const path = `${collectionOf(customerId)}${pathOf`/${orderId}`}:cancel`;
    let refusal: IonError | null = null;
    try {
      await transport.call({
        operation: "orders.cancel",
        method: "POST",
        path,
        schema: createdOrderSchema({ customerId, orderId }),
        signal: options.signal,
      });
    } catch (error) {
      if (!isIonError(error) || error.info.sent === "no" || !leavesDoubt(error)) throw error;
      refusal = error;
    }
    const readAt = new Date();
    try {
      return { order: await get(customerId, orderId), readAt, refusal };
    } catch (error) {
      if (refusal && refusal.kind !== "outcome-unknown") throw refusal;
      const info = { operation: "orders.cancel", method: "POST", path, sent: "maybe" } as const;
      throw new IonError("outcome-unknown", { ...info, requestId: refusal?.info.requestId }, error);
    }
  }

  /**
   * The one-time view of a new tenant's administrator: a fresh read of the order that hands back user names and
   * passwords and nothing else. For the person who placed the order; never log, store or cache what it returns.
   */
  async function readCredentials(
    customerId: string,
    orderId: string,
    options: CallOptions = {},
  ): Promise<IonOrderCredentials> {
    const call = { ...getCall(customerId, orderId, options), operation: "orders.readCredentials" };
    const { exposed } = await transport.callExposing(call, readOrderCredentials);
    return exposed;
  }

  function getCall(customerId: string, orderId: string, options: CallOptions) {
    return {
      operation: "orders.get",
      method: "GET" as const,
      path: `${collectionOf(customerId)}${pathOf`/${orderId}`}`,
      schema: orderSchema({ customerId: customerId === "-" ? null : customerId, orderId }),
      signal: options.signal,
    };
  }

  return { ...lists, get, create, cancel, readCredentials };
}

/** Refusals after which nobody has to look: the order is not there, or the caller may not touch it. */
function leavesDoubt(error: IonError): boolean {
  return !["not-found", "unauthorized", "forbidden", "rate-limited", "connection-lost"].includes(error.kind);
}

function toWireItem(item: IonOrderItemInput): Record<string, unknown> {
  return definedOnly({
    referenceId: item.referenceId,
    action: item.action,
    // On CREATE this field is Ion's to write (D15).
    resourceId: item.action === "UPDATE" ? item.resourceId : undefined,
    productId: item.productId,
    skuId: item.skuId,
    planId: item.planId,
    quantity: wireQuantity(item.quantity),
    providerName: item.providerName,
    endCustomerPO: item.endCustomerPO,
    resellerPO: item.resellerPO,
    attributes: wireAttributes(item.attributes),
    addOns: item.addOns?.map(({ addOnId, planId, action, quantity }) => ({
      // Both fields have the same description, and both are required.
      id: addOnId,
      addOnId,
      planId,
      action,
      quantity: wireQuantity(quantity),
    })),
  });
}
