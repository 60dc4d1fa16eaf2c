import "server-only";
import { cache } from "react";
import { requirePermission } from "@/lib/auth/require-permission";
import { readIonCustomer } from "./read-ion-customer";
import type { Customer } from "./schemas";
import { toCustomer } from "./to-customer";

/**
 * One customer, fresh from Ion, once per request. Throws AppError NOT_FOUND for one that is not there or not this
 * person's.
 */
export const getCustomer = cache(async (customerId: string): Promise<Customer> => {
  const actor = await requirePermission("customers:read", customerId);
  return toCustomer(await readIonCustomer(actor.accountId, customerId));
});
