import "server-only";
import { cache } from "react";
import { requirePermission } from "@/lib/auth/require-permission";
import { AppError } from "@/lib/errors";
import { withinPatience } from "@/lib/patience";
import { getCustomer } from "./get-customer";
import { getKnownCustomer } from "./get-known-customer";
import type { Customer } from "./schemas";

const PATIENCE_MS = 3_000;

/**
 * The customer an edit starts from: as Ion has it or, when Ion does not say so soon, as the mirror kept it. Either is
 * safe: saving compares what the person saw with Ion again, and what they did not touch is not written. Throws AppError
 * FORBIDDEN, NOT_FOUND, and IonError while nothing is known.
 */
export const getEditableCustomer = cache(async (customerId: string): Promise<Customer> => {
  await requirePermission("customers:write", customerId);
  const known = await getKnownCustomer(customerId);
  if (known.live) return known.value;
  try {
    return (await withinPatience(getCustomer(customerId), PATIENCE_MS)) ?? known.value;
  } catch (error) {
    if (error instanceof AppError) throw error;
    return known.value;
  }
});
