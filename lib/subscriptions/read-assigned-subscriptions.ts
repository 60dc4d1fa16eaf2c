import "server-only";
import type { Actor } from "@/lib/auth/actor";
import { connectIon } from "@/lib/ion/connect";
import type { IonSubscription } from "@/lib/ion/schemas/subscriptions";
import { readSnapshot } from "@/lib/snapshot";

/** Customers whose subscriptions are read at most for one list. */
const MOST_CUSTOMERS = 100;
const AT_ONCE = 6;
const MAX_AGE_SECONDS = 30;

export type Assigned = { subscriptions: readonly IonSubscription[]; partial: boolean; asOf: string };

/**
 * The subscriptions of a sales person's customers. Ion narrows a list down to one customer or none, so each customer is
 * a read of its own; the whole is kept for half a minute, so that paging and sorting do not repeat it.
 */
export async function readAssignedSubscriptions(
  actor: Actor,
  customerIds: ReadonlySet<string>,
): Promise<Assigned> {
  const ids = [...customerIds].sort((one, other) => one.localeCompare(other, "en")).slice(0, MOST_CUSTOMERS);
  const { rows, asOf } = await readSnapshot<IonSubscription>({
    key: `${actor.accountId}/subscriptions/${actor.userId}`,
    maxAgeSeconds: MAX_AGE_SECONDS,
    read: () => readEach(actor, ids),
  });
  return {
    // Who was reassigned meanwhile is out at once.
    subscriptions: rows.filter(({ customerId }) => customerId !== null && customerIds.has(customerId)),
    partial: customerIds.size > ids.length,
    asOf,
  };
}

async function* readEach(actor: Actor, ids: readonly string[]): AsyncGenerator<IonSubscription> {
  const ion = await connectIon(actor.accountId);
  for (let at = 0; at < ids.length; at += AT_ONCE) {
    const group = ids.slice(at, at + AT_ONCE).map(async (customerId) => {
      const found: IonSubscription[] = [];
      for await (const each of ion.subscriptions.listAll({ filters: { customerId } })) found.push(each);
      return found;
    });
    for (const found of await Promise.all(group)) yield* found;
  }
}
