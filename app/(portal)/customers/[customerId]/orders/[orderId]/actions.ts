"use server";

import { type ActionResult, runAction } from "@/lib/action";
import { orderParams } from "@/lib/ids";
import { cancelOrder } from "@/lib/orders/cancel-order";
import type { Order } from "@/lib/orders/order-schemas";
import { type ShownCredentials, showCredentials } from "@/lib/orders/show-credentials";

/** Cancels the order and returns it as Ion shows it afterwards. */
export async function cancelOrderAction(raw: unknown): Promise<ActionResult<Order>> {
  return runAction(orderParams, raw, cancelOrder);
}

/** The new tenant's administrator, once, for the person who ordered. */
export async function showCredentialsAction(raw: unknown): Promise<ActionResult<ShownCredentials>> {
  return runAction(orderParams, raw, showCredentials);
}
