import "server-only";
import { cache } from "react";
import { requirePermission } from "@/lib/auth/require-permission";
import type { Known } from "@/lib/mirror/known";
import { readKept } from "@/lib/mirror/read-kept";
import { customerMirror } from "./customer-mirror";
import { getCustomer } from "./get-customer";
import type { Customer } from "./schemas";
import { toCustomer } from "./to-customer";

/**
 * One customer at once: as the mirror has it, which lacks what Ion tells of a single customer only; from Ion when the
 * mirror does not have it. Throws AppError NOT_FOUND like `getCustomer`, and IonError only in the second case.
 */
export const getKnownCustomer = cache(async (customerId: string): Promise<Known<Customer>> => {
  const actor = await requirePermission("customers:read", customerId);
  const kept = await readKept(customerMirror, actor.accountId, customerId);
  if (kept) return { ...kept, value: toCustomer(kept.value) };
  const asOf = new Date().toISOString();
  return { value: await getCustomer(customerId), asOf, live: true };
});
