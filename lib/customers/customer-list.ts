import "server-only";
import { type Actor, seesCustomer } from "@/lib/auth/actor";
import { connectIon } from "@/lib/ion/connect";
import { expireSnapshot, peekSnapshot, readSnapshot, type Snapshot } from "@/lib/snapshot";
import type { CustomerRow } from "./schemas";
import { toCustomerRow } from "./to-customer";

/** How old the list may be before it is read again behind the reader's back. */
const MAX_AGE_SECONDS = 60;

function keyOf(accountId: string): string {
  return `${accountId}/customers`;
}

/** Every customer of the account, seen by this person or not: callers filter with `visibleTo`. Throws IonError. */
export async function readCustomerList(actor: Actor): Promise<Snapshot<CustomerRow>> {
  return readSnapshot({
    key: keyOf(actor.accountId),
    maxAgeSeconds: MAX_AGE_SECONDS,
    read: async function* () {
      const ion = await connectIon(actor.accountId);
      for await (const customer of ion.customers.listAll()) yield toCustomerRow(customer);
    },
  });
}

/** After a write: the next reader of the list sees it. */
export function expireCustomerList(accountId: string): void {
  expireSnapshot(keyOf(accountId));
}

/** Which customers the person may see. */
export function visibleTo(actor: Actor): (customerId: string) => boolean {
  return (customerId) => seesCustomer(actor, customerId);
}

/** The account's customers if the list happens to be held; asks nobody. */
export function peekCustomers(actor: Actor): readonly CustomerRow[] {
  return peekSnapshot<CustomerRow>(keyOf(actor.accountId))?.rows ?? [];
}

/** A customer's row if the list happens to be held; asks nobody. */
export function peekCustomer(actor: Actor, customerId: string): CustomerRow | undefined {
  return peekCustomers(actor).find((row) => row.id === customerId);
}
