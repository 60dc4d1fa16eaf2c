import "server-only";
import { cache } from "react";
import { requirePermission } from "@/lib/auth/require-permission";
import { connectIon } from "@/lib/ion/connect";
import type { Order } from "./order-schemas";
import { describeOrder, readIonOrder } from "./read-order";

/**
 * One order as it stands at Ion now, read once per request. Throws AppError NOT_FOUND for an order that is not this
 * customer's and for a customer of somebody else.
 */
export const getOrder = cache(async (customerId: string, orderId: string): Promise<Order> => {
  const actor = await requirePermission("orders:read", customerId);
  const ion = await connectIon(actor.accountId);
  return describeOrder(actor, ion, await readIonOrder(ion, customerId, orderId));
});
