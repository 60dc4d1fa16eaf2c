import "server-only";
import type { Actor } from "@/lib/auth/actor";
import { mayActor } from "@/lib/auth/require-permission";
import { customerNameOf } from "@/lib/customers/customer-name-of";
import { AppError } from "@/lib/errors";
import type { IonClient } from "@/lib/ion/client";
import { isIonError } from "@/lib/ion/errors";
import type { IonOrder } from "@/lib/ion/schemas/orders";
import { credentialsShownAt } from "./credential-views";
import { findOrderSubscriptions } from "./find-order-subscriptions";
import { toOrder } from "./map-order";
import type { Order, OrderCredentialsState } from "./order-schemas";
import { readOrderStatus } from "./order-status";
import { pollAfterMs } from "./poll-interval";
import { type WhoOrdered, whoOrdered } from "./who-ordered";

/** A done order's subscription may take a moment to appear; after this long nobody waits for it on the page. */
const LINK_WITHIN_MS = 10 * 60_000;
const LINK_POLL_MS = 5_000;

/** The order at Ion, of this customer. Throws AppError NOT_FOUND. */
export async function readIonOrder(ion: IonClient, customerId: string, orderId: string): Promise<IonOrder> {
  const order = await ion.orders.get(customerId, orderId).catch((error) => {
    throw isIonError(error, "not-found") ? new AppError("NOT_FOUND", { cause: error }) : error;
  });
  if (order.customerId !== customerId) throw new AppError("NOT_FOUND");
  return order;
}

/** Everything an order's page shows, around the order that was read. */
export async function describeOrder(actor: Actor, ion: IonClient, order: IonOrder): Promise<Order> {
  const nowMs = Date.now();
  const status = readOrderStatus(order, nowMs);
  const [nameOf, ordered, shownAt, subscriptions] = await Promise.all([
    customerNameOf(),
    whoOrdered(actor.accountId, order.customerId, order.id),
    credentialsShownAt(actor.accountId, order.id),
    findOrderSubscriptions(ion, order, status.state),
  ]);
  const described = toOrder(order, {
    nowMs,
    customerName: nameOf(order.customerId),
    orderedBy: { name: ordered?.name ?? order.user.name, throughPortal: ordered !== undefined },
    credentials: credentialsOf(actor, order, ordered, shownAt),
    subscriptions,
    sight: {
      cost: mayActor(actor, "prices:cost"),
      personal: mayActor(actor, "customers:write") || ordered?.userId === actor.userId,
    },
    mayCancel: mayActor(actor, "orders:cancel"),
  });
  const waitsForLink =
    subscriptions.state === "missing" && nowMs - Date.parse(order.updatedAt ?? "") < LINK_WITHIN_MS;
  return { ...described, pollAfterMs: waitsForLink ? LINK_POLL_MS : pollAfterMs([described], nowMs) };
}

function credentialsOf(
  actor: Actor,
  order: IonOrder,
  ordered: WhoOrdered | undefined,
  shownAt: Date | undefined,
): OrderCredentialsState {
  if (!order.items.some((item) => item.hasCredentials)) return { state: "none" };
  if (ordered?.userId !== actor.userId) return { state: "others", by: ordered?.name ?? null };
  return shownAt ? { state: "shown", at: shownAt.toISOString() } : { state: "available" };
}
