import "server-only";
import { and, eq, inArray } from "drizzle-orm";
import { getDb } from "@/lib/db/client";
import { mirrorSubscriptions } from "@/lib/db/schema/mirror";
import type { IonOrder } from "@/lib/ion/schemas/orders";
import { subscriptionState } from "@/lib/ion/schemas/subscription-state";
import type { Order } from "./order-schemas";
import type { OrderState } from "./order-status";

/**
 * The subscriptions an order made or changes, as far as the mirror knows them: by the vendor id that its items name. What
 * it does not know may be there all the same, so nothing is called missing here.
 */
export async function findKeptOrderSubscriptions(
  accountId: string,
  order: IonOrder,
  state: OrderState,
): Promise<Order["subscriptions"]> {
  const vendorIds = order.items.flatMap(({ resourceId }) => (resourceId === null ? [] : [resourceId]));
  const unknown = { state: state === "done" ? "unknown" : "later", rows: [] } as const;
  if (vendorIds.length === 0) return { ...unknown, rows: [] };
  const db = await getDb();
  const kept = await db
    .select()
    .from(mirrorSubscriptions)
    .where(
      and(
        eq(mirrorSubscriptions.accountId, accountId),
        eq(mirrorSubscriptions.customerId, order.customerId),
        inArray(mirrorSubscriptions.vendorSubscriptionId, vendorIds),
      ),
    );
  if (kept.length === 0) return { ...unknown, rows: [] };
  return {
    state: "found",
    rows: kept.map(({ id, name, status, seats }) => ({
      id,
      customerId: order.customerId,
      name,
      status,
      state: subscriptionState(status),
      licenses: seats,
    })),
  };
}
