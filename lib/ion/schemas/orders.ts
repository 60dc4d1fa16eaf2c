import { z } from "zod";
import { toTotal } from "../money";
import { orderItem, toOrderItem } from "./order-items";
import { type IonOrderState, orderState } from "./order-state";
import { nextPageToken } from "./paging";
import {
  code,
  digits,
  enumeration,
  id,
  idIn,
  instant,
  integer,
  listBody,
  listOf,
  maybe,
  text,
  withRaw,
} from "./primitives";
import { rowPageSchema } from "./row-page";

const wire = withRaw(
  z.object({
    name: text,
    accountId: id,
    customerId: id,
    orderId: id,
    referenceId: text,
    displayName: text,
    userId: id,
    userName: text,
    userEmail: code,
    status: enumeration,
    currencyCode: code,
    total: digits,
    cartId: id,
    errors: listOf(z.object({ code, detail: text, sourceName: text, instancePath: text })),
    orderItems: listOf(orderItem),
    provisioningInfo: maybe(z.object({ processId: code, processName: text, details: text })),
    createTime: instant,
    updateTime: instant,
    scheduledAt: instant,
    portal: text,
  }),
);

/** What the caller knows from the path of the call, for answers whose `name` is not a resource name (D28). */
export interface OrderContext {
  customerId?: string | null;
  orderId?: string | null;
}

/** Reads an order; its id may be null when the answer to a create names it nowhere. */
export function createdOrderSchema(known: OrderContext = {}) {
  return wire.transform((read) => {
    const currency = read.currencyCode?.toUpperCase() ?? null;
    const state: IonOrderState = orderState(read.status);
    // Where `name` is a person's name, the names of the items may still be resource names (D28).
    const names = [read.name, ...read.orderItems.map((item) => item.name)];
    const named = (collection: string) => firstOf(names, (name) => idIn(name, collection));
    return {
      id: named("orders") ?? read.orderId ?? known.orderId ?? null,
      customerId: named("customers") ?? read.customerId ?? known.customerId ?? null,
      accountId: named("accounts") ?? read.accountId,
      /** Ours, or `customers/{c}/carts/{k}` after a checkout. */
      referenceId: read.referenceId,
      displayName: read.displayName,
      state,
      /** Upper case, as sent. */
      status: read.status,
      /** Not spend: update orders show new quantity times unit price (CONTRACT.md section 8.6). */
      total: toTotal(read.total, currency),
      currency,
      /** The cart this order was born from; from the field or from the reference id. */
      cartId: read.cartId ?? idIn(read.referenceId, "carts"),
      user: { id: read.userId, name: read.userName, email: read.userEmail },
      errors: read.errors,
      items: read.orderItems.map((item) => toOrderItem(item, currency)),
      provisioningInfo: read.provisioningInfo,
      scheduledAt: read.scheduledAt,
      portal: read.portal,
      createdAt: read.createTime,
      updatedAt: read.updateTime,
      raw: read.raw,
    };
  });
}

type CreatedOrder = z.output<ReturnType<typeof createdOrderSchema>>;

/** An order. `state` is the normal form to decide on, `status` what Ion said. */
export type IonOrder = Omit<CreatedOrder, "id" | "customerId"> & { id: string; customerId: string };

export function orderSchema(known: OrderContext = {}) {
  return createdOrderSchema(known).transform((read, context): IonOrder => {
    const { id: orderId, customerId } = read;
    if (orderId !== null && customerId !== null) return { ...read, id: orderId, customerId };
    context.issues.push({
      code: "custom",
      message: "expected an order's resource name",
      input: read,
      path: ["name"],
    });
    return z.NEVER;
  });
}

function firstOf<T>(items: T[], pick: (item: T) => string | null): string | null {
  for (const item of items) {
    const found = pick(item);
    if (found !== null) return found;
  }
  return null;
}

export function ordersPageSchema(known: OrderContext = {}) {
  return listBody({ orders: listOf(orderSchema(known)), nextPageToken, totalCount: integer });
}

/** The account's orders, read row by row. */
export const orderRowsSchema = rowPageSchema("orders", orderSchema());
