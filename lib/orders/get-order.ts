import "server-only";
import { cache } from "react";
import { requirePermission } from "@/lib/auth/require-permission";
import type { Order } from "./order-schemas";
import { describeKeptOrder, describeOrder, readIonOrder, readKeptOrder } from "./read-order";

/**
 * One order as it stands at Ion now, read once per request. Throws AppError NOT_FOUND for an order that is not this
 * customer's and for a customer of somebody else.
 */
export const getOrder = cache(async (customerId: string, orderId: string): Promise<Order> => {
  const actor = await requirePermission("orders:read", customerId);
  return describeOrder(actor, await readIonOrder(actor.accountId, customerId, orderId));
});

/**
 * One order at once: as the mirror has it, `asOf` telling when; from Ion when the mirror does not have it. Throws AppError
 * NOT_FOUND like `getOrder`, and IonError only in the second case.
 */
export const getKnownOrder = cache(async (customerId: string, orderId: string): Promise<Order> => {
  const actor = await requirePermission("orders:read", customerId);
  const kept = await readKeptOrder(actor.accountId, customerId, orderId);
  return kept ? describeKeptOrder(actor, kept) : getOrder(customerId, orderId);
});
