import "server-only";
import { connectIon } from "@/lib/ion/connect";
import type { IonCustomer } from "@/lib/ion/schemas/customers";
import { readThrough } from "@/lib/mirror/read-through";
import { customerMirror } from "./customer-mirror";
import { notFoundHere } from "./not-found-here";

/**
 * A customer as Ion has it now; the mirror learns of it. For callers that have authorised the person. Throws AppError
 * NOT_FOUND and IonError.
 */
export async function readIonCustomer(accountId: string, customerId: string): Promise<IonCustomer> {
  const ion = await connectIon(accountId);
  return readThrough(customerMirror, accountId, { id: customerId }, () =>
    ion.customers.get(customerId),
  ).catch(notFoundHere);
}
