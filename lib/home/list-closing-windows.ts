import "server-only";
import { type Actor, seesCustomer } from "@/lib/auth/actor";
import { requirePermission } from "@/lib/auth/require-permission";
import { customerNameOf } from "@/lib/customers/customer-name-of";
import { connectIon } from "@/lib/ion/connect";
import type { IonSubscription } from "@/lib/ion/schemas/subscriptions";
import { readAssignedSubscriptions } from "@/lib/subscriptions/read-assigned-subscriptions";

const DAY_MS = 24 * 60 * 60_000;
/** Told this long before a subscription can no longer be cancelled. */
const WITHIN_DAYS = 3;
/** Vendors let go within days of the purchase; older subscriptions are not asked for. */
const BOUGHT_WITHIN_DAYS = 31;
const SHOWN = 5;

/** A subscription that can be cancelled only for a little longer. */
export type ClosingWindow = {
  id: string;
  customerId: string;
  customerName: string | null;
  name: string;
  seats: number | null;
  /** The last moment, exactly as Ion says. */
  until: string;
};

/** The cancellation windows that close within three days, the next one first; five of them and how many there are. */
export async function listClosingWindows(): Promise<{ rows: ClosingWindow[]; total: number }> {
  const actor = await requirePermission("subscriptions:read");
  const nowMs = Date.now();
  const [subscriptions, nameOf] = await Promise.all([recentlyBought(actor, nowMs), customerNameOf()]);
  const closing = subscriptions
    .flatMap((subscription): ClosingWindow[] => {
      const { id, customerId, cancellableUntil: until, state } = subscription;
      if (customerId === null || until === null || state === "ended") return [];
      const leftMs = Date.parse(until) - nowMs;
      if (!seesCustomer(actor, customerId) || leftMs <= 0 || leftMs > WITHIN_DAYS * DAY_MS) return [];
      const name = subscription.displayName ?? subscription.productInfo?.skuDisplayName ?? id;
      return [
        { id, customerId, customerName: nameOf(customerId), name, seats: subscription.licenses, until },
      ];
    })
    .sort((one, other) => Date.parse(one.until) - Date.parse(other.until));
  return { rows: closing.slice(0, SHOWN), total: closing.length };
}

async function recentlyBought(actor: Actor, nowMs: number): Promise<readonly IonSubscription[]> {
  if (actor.customerIds !== "all") {
    return (await readAssignedSubscriptions(actor, actor.customerIds)).subscriptions;
  }
  const ion = await connectIon(actor.accountId);
  const page = await ion.subscriptions.list({
    filters: {
      starts: {
        from: new Date(nowMs - BOUGHT_WITHIN_DAYS * DAY_MS).toISOString(),
        to: new Date(nowMs + DAY_MS).toISOString(),
      },
    },
    sortBy: "subscriptionStartDate",
    sortOrder: "DESC",
    limit: 100,
  });
  return page.subscriptions;
}
