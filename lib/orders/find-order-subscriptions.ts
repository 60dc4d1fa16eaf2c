import "server-only";
import type { IonClient } from "@/lib/ion/client";
import type { IonOrder } from "@/lib/ion/schemas/orders";
import type { IonSubscription } from "@/lib/ion/schemas/subscriptions";
import { log } from "@/lib/log";
import type { LinkedSubscription, Order } from "./order-schemas";
import type { OrderState } from "./order-status";

/** The part of the Ion client that is needed. */
type Subscriptions = Pick<IonClient, "subscriptions">;
type Link = Order["subscriptions"];

/** Candidates looked at one by one when an order's item does not name its subscription. */
const MOST_CANDIDATES = 5;
/** The clock of whoever wrote the purchase date may be a little behind the one of the order. */
const CLOCK_TOLERANCE_MS = 60 * 60_000;

/**
 * The subscriptions an order made or changes: by the vendor id its items name (`resourceId`), else by the order id that
 * a subscription's attributes hold. Never fails; an order is worth showing without them. `onRead` gets what Ion told of
 * them, if anything. CONTRACT.md section 2.6.
 */
export async function findOrderSubscriptions(
  ion: Subscriptions,
  order: IonOrder,
  state: OrderState,
  onRead: (subscriptions: IonSubscription[]) => void = () => {},
): Promise<Link> {
  const items = order.items.filter((item) => item.resourceId !== null || state === "done");
  if (items.length === 0) return { state: "later", rows: [] };
  try {
    const found = new Map<string, IonSubscription>();
    for (const item of items) {
      for (const subscription of await candidatesFor(ion, order, item))
        found.set(subscription.id, subscription);
    }
    const linked = [...found.values()].filter(({ customerId }) => customerId === order.customerId);
    if (linked.length > 0) onRead(linked);
    const rows = linked.map((subscription) => toLink(subscription, order.customerId));
    return { state: rows.length > 0 ? "found" : state === "done" ? "missing" : "later", rows };
  } catch (error) {
    log.warn(
      { err: error, orderId: order.id, event: "subscription-lookup-failed" },
      "no subscription for an order",
    );
    return { state: "unavailable", rows: [] };
  }
}

async function candidatesFor(
  ion: Subscriptions,
  order: IonOrder,
  { resourceId, productId }: IonOrder["items"][number],
): Promise<IonSubscription[]> {
  const { customerId } = order;
  if (resourceId !== null) {
    const page = await ion.subscriptions.list({
      filters: { customerId, vendorSubscriptionId: resourceId },
      limit: 5,
    });
    // The filter is Ion's; the id decides.
    return page.subscriptions.filter((each) => each.vendorSubscriptionId === resourceId);
  }
  if (productId === null) return [];
  const page = await ion.subscriptions.list({
    filters: { customerId, productId },
    sortBy: "id",
    sortOrder: "DESC",
    limit: 20,
  });
  const madeBefore = Date.parse(order.createdAt ?? "") - CLOCK_TOLERANCE_MS;
  const candidates = page.subscriptions
    .filter((each) => !(Date.parse(each.purchasedAt ?? "") < madeBefore))
    .slice(0, MOST_CANDIDATES);
  // Only the detail of a subscription carries the attributes that name its order.
  const details = await Promise.all(candidates.map((each) => ion.subscriptions.get(customerId, each.id)));
  return details.filter((each) => each.orderId === order.id);
}

function toLink(subscription: IonSubscription, customerId: string): LinkedSubscription {
  return {
    id: subscription.id,
    customerId,
    name: subscription.displayName ?? subscription.productInfo?.skuDisplayName ?? null,
    status: subscription.status,
    state: subscription.state,
    licenses: subscription.licenses,
  };
}
