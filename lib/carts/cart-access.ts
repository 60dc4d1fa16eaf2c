import "server-only";
import type { Actor } from "@/lib/auth/actor";
import { requirePermission } from "@/lib/auth/require-permission";
import { AppError } from "@/lib/errors";
import type { IonClient } from "@/lib/ion/client";
import { connectIon } from "@/lib/ion/connect";
import { isIonError } from "@/lib/ion/errors";

/** Who works on which customer's carts, and the client to do it with. */
export type CartAccess = { actor: Actor; ion: IonClient; customerId: string };

/** Customers known to be an account's own, as `<account>/<customer>`: they never move, so one look is enough. */
const ownCustomers = new Set<string>();
const REMEMBERED = 50_000;

/**
 * The first line of every use case of this domain. Ion's cart paths hold no account id and its own check is not to be
 * relied on (CONTRACT.md sections 2.4 and 8.17), so the customer is looked up under the account once.
 *
 * Throws AppError SIGNED_OUT, FORBIDDEN, or NOT_FOUND for a customer of somebody else.
 */
export async function accessCarts(
  permission: "carts:read" | "carts:write",
  customerId: string,
): Promise<CartAccess> {
  const actor = await requirePermission(permission, customerId);
  const ion = await connectIon(actor.accountId);
  const key = `${actor.accountId}/${customerId}`;
  if (!ownCustomers.has(key)) {
    await ion.customers.get(customerId).catch((error) => {
      if (isIonError(error, "not-found", "forbidden")) throw new AppError("NOT_FOUND", { cause: error });
      throw error;
    });
    if (ownCustomers.size >= REMEMBERED) ownCustomers.clear();
    ownCustomers.add(key);
  }
  return { actor, ion, customerId };
}
