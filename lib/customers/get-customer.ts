import "server-only";
import { cache } from "react";
import { requirePermission } from "@/lib/auth/require-permission";
import { connectIon } from "@/lib/ion/connect";
import { notFoundHere } from "./not-found-here";
import type { Customer } from "./schemas";
import { toCustomer } from "./to-customer";

/**
 * One customer, fresh from Ion, once per request. Throws AppError NOT_FOUND for one that is not there or not this
 * person's.
 */
export const getCustomer = cache(async (customerId: string): Promise<Customer> => {
  const actor = await requirePermission("customers:read", customerId);
  const ion = await connectIon(actor.accountId);
  return toCustomer(await ion.customers.get(customerId).catch(notFoundHere));
});
