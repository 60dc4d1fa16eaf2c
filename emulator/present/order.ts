import { lineTotal } from "../money";
import type { Order, OrderItem } from "../state/orders";
import type { Variants } from "../variants";

/** Switches that change how an order looks; with none of them on, the stored text is the answer. */
const ORDER_VARIANTS = [
  "order-completed",
  "order-cancelled",
  "order-running",
  "order-case",
  "order-quantity",
  "order-ids",
  "order-name",
  "order-ids-fields",
  "order-price",
  "order-total",
  "zero-values",
] as const;

/** Whether stored order text may be sent as it is. */
export function isPlainOrderSpelling(variants: Variants): boolean {
  const changed = variants.changed();
  return ORDER_VARIANTS.every((name) => changed[name] === undefined);
}

/** An order as this emulator's variants spell it (CONTRACT.md section 6, D10 to D30). */
export function presentOrder(order: Order, variants: Variants): Record<string, unknown> {
  if (isPlainOrderSpelling(variants)) return { ...order };
  const [, accountId = "", , customerId = ""] = order.name.split("/");
  const zero = variants.is("zero-values", "present") ? 0 : undefined;
  const ids = variants.get("order-ids-fields");
  const numeric = variants.is("order-ids", "number");
  return {
    ...order,
    name: presentName(order, variants),
    orderId: ids === "none" ? undefined : order.orderId,
    ...(ids === "all" ? { accountId, customerId } : {}),
    userId: numeric ? Number(order.userId) : order.userId,
    cartId: numeric && order.cartId !== undefined ? Number(order.cartId) : order.cartId,
    status: presentStatus(order.status, variants),
    total:
      variants.is("order-total", "integer") && order.total !== undefined
        ? Math.round(order.total)
        : (order.total ?? zero),
    orderItems: order.orderItems.map((item) => presentItem(item, variants, zero)),
  };
}

function presentName(order: Order, variants: Variants): string {
  if (variants.is("order-name", "item")) return order.orderItems[0]?.name ?? order.name;
  return variants.is("order-name", "customer") ? "Test Customer" : order.name;
}

function presentItem(item: OrderItem, variants: Variants, zero: 0 | undefined): Record<string, unknown> {
  const line = variants.is("order-price", "line");
  const forLine = (amount: number | undefined) =>
    line && amount !== undefined ? lineTotal(amount, item.quantity) : (amount ?? zero);
  return {
    ...item,
    quantity: variants.is("order-quantity", "string") ? String(item.quantity) : item.quantity,
    price: forLine(item.price),
    cost: forLine(item.cost),
    subTotal: item.subTotal ?? zero,
    status: presentStatus(item.status, variants),
  };
}

export function presentStatus(status: string, variants: Variants): string {
  const spelled: Record<string, string> = {
    COMPLETED: variants.get("order-completed"),
    CANCELED: variants.get("order-cancelled"),
    IN_PROGRESS: variants.get("order-running"),
  };
  const text = spelled[status] ?? status;
  return variants.is("order-case", "lower") ? text.toLowerCase() : text;
}

/** The checkout answer: the same order with integer ids and amounts (CONTRACT.md section 2.4, D18, D30). */
export function presentCheckout(order: Order, variants: Variants): unknown {
  const whole = variants.is("checkout-amounts", "integer");
  const amount = (value: number | undefined) => (value === undefined || !whole ? value : Math.round(value));
  const id = (value: string | undefined) =>
    value === undefined || variants.is("checkout-ids", "string") ? value : Number(value);
  return {
    name: order.name,
    referenceId: order.referenceId,
    displayName: order.displayName,
    userId: id(order.userId),
    userName: order.userName,
    userEmail: order.userEmail,
    status: presentStatus(order.status, variants),
    currencyCode: order.currencyCode,
    total: amount(order.total),
    cartId: id(order.cartId),
    orderItems: order.orderItems.map((item) => ({
      name: item.name,
      referenceId: item.referenceId,
      action: item.action,
      resourceId: item.resourceId,
      productId: item.productId,
      skuId: item.skuId,
      planId: item.planId,
      quantity: item.quantity,
      providerName: item.providerName,
      price: amount(item.price),
      cost: amount(item.cost),
      currencyCode: item.currencyCode,
      subTotal: amount(item.subTotal),
      cartItemId: id(item.cartItemId),
      status: presentStatus(item.status, variants),
      provisioningInfo: item.provisioningInfo,
      createTime: item.createTime,
      updateTime: item.updateTime,
    })),
    provisioningInfo: order.provisioningInfo,
    createTime: order.createTime,
    updateTime: order.updateTime,
  };
}
