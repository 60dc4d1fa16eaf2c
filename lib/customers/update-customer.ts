import "server-only";
import { audited } from "@/lib/audit/audited";
import type { Actor } from "@/lib/auth/actor";
import { requirePermission } from "@/lib/auth/require-permission";
import type { IonClient } from "@/lib/ion/client";
import { connectIon } from "@/lib/ion/connect";
import { isIonError } from "@/lib/ion/errors";
import type { IonCustomer } from "@/lib/ion/schemas/customers";
import { refreshMirrored } from "@/lib/mirror/refresh-mirrored";
import { requireSalesPeople, writeAssignments } from "./assign-customer";
import { customerMirror } from "./customer-mirror";
import { type CustomerValues, toCustomerValues } from "./customer-values";
import {
  CUSTOMER_PARTS,
  type CustomerMerge,
  type CustomerPart,
  isSamePart,
  mergeCustomer,
} from "./merge-customer";
import { notFoundHere } from "./not-found-here";
import { toCustomer } from "./to-customer";
import { toChangedIonCustomer } from "./to-ion-customer";
import type { UpdateCustomerInput } from "./write-schemas";

export type UpdatedCustomer =
  | { outcome: "saved" }
  /** Nothing was written: somebody changed `parts` too. `current` is what Ion holds now. */
  | { outcome: "conflict"; parts: CustomerPart[]; current: CustomerValues; updatedAt: string | null };

/**
 * Writes what a person changed on a customer, on top of what Ion holds at this moment: changes of others in other parts
 * stay, and one in the same part is given back to be decided, with nothing written.
 *
 * Throws AppError FORBIDDEN for sales, NOT_FOUND, INVALID_INPUT for a stranger among the sales people; IonError
 * "precondition" for a taken e-mail address or a bad language code, "outcome-unknown" when Ion did not confirm and does
 * not hold it (yet): saving again is safe, since it compares again. Source: CONTRACT.md sections 2.1 and 8.12.
 */
export async function updateCustomer(input: UpdateCustomerInput): Promise<UpdatedCustomer> {
  const { customerId, seen, values, salesPeople } = input;
  const actor = await requirePermission("customers:write", customerId);
  if (salesPeople) await requireSalesPeople(actor, salesPeople);
  const ion = await connectIon(actor.accountId);
  const current = await ion.customers.get(customerId).catch(notFoundHere);
  const currentValues = toCustomerValues(toCustomer(current));
  const merge = mergeCustomer(seen, values, currentValues);
  if (merge.conflicts.length > 0) {
    return {
      outcome: "conflict",
      parts: merge.conflicts,
      current: currentValues,
      updatedAt: current.updatedAt,
    };
  }
  if (merge.changed.size > 0) await write(actor, ion, current, merge);
  if (salesPeople) await writeAssignments(actor, customerId, salesPeople);
  return { outcome: "saved" };
}

async function write(
  actor: Actor,
  ion: IonClient,
  current: IonCustomer,
  merge: CustomerMerge,
): Promise<void> {
  const { merged, changed } = merge;
  const entry = {
    action: "customers:update",
    resource: `customers/${current.id}`,
    details: { parts: [...changed] },
  };
  const body = toChangedIonCustomer(current, merged, changed);
  try {
    await audited(actor, entry, () =>
      ion.customers
        .update(current.id, body, { preserve: current.raw })
        .catch((error) => confirm(ion, current.id, merged, error)),
    );
  } finally {
    // Also when Ion did not confirm: what it holds now is what everybody should see.
    await refreshMirrored(customerMirror, actor.accountId, { id: current.id });
  }
}

/** For a write without a clear answer: looks whether Ion holds what was written. Throws the error again if not. */
async function confirm(ion: IonClient, id: string, written: CustomerValues, error: unknown): Promise<void> {
  if (!isIonError(error, "outcome-unknown")) throw error;
  const now = await ion.customers.get(id).catch(() => undefined);
  if (!now) throw error;
  const held = toCustomerValues(toCustomer(now));
  if (!CUSTOMER_PARTS.every((part) => isSamePart(held, written, part))) throw error;
}
