import "server-only";
import type { Actor } from "@/lib/auth/actor";
import { mayActor } from "@/lib/auth/require-permission";
import { customerNameOf } from "@/lib/customers/customer-name-of";
import { AppError } from "@/lib/errors";
import { connectIon } from "@/lib/ion/connect";
import { isIonError } from "@/lib/ion/errors";
import type { IonOrder } from "@/lib/ion/schemas/orders";
import { later } from "@/lib/later";
import type { Known } from "@/lib/mirror/known";
import { putMirrored } from "@/lib/mirror/put-mirrored";
import { readKept } from "@/lib/mirror/read-kept";
import { readThrough } from "@/lib/mirror/read-through";
import { subscriptionMirror } from "@/lib/subscriptions/subscription-mirror";
import { credentialsShownAt } from "./credential-views";
import { findKeptOrderSubscriptions } from "./find-kept-order-subscriptions";
import { findOrderSubscriptions } from "./find-order-subscriptions";
import { toOrder } from "./map-order";
import { orderMirror } from "./order-mirror";
import type { Order, OrderCredentialsState } from "./order-schemas";
import { readOrderStatus } from "./order-status";
import { pollAfterMs } from "./poll-interval";
import { type WhoOrdered, whoOrdered } from "./who-ordered";

/** A done order's subscription may take a moment to appear; after this long nobody waits for it on the page. */
const LINK_WITHIN_MS = 10 * 60_000;
const LINK_POLL_MS = 5_000;
/** What could not be looked up is tried again, slower: Ion has just failed. */
const LINK_RETRY_MS = 15_000;

/** The order as Ion has it now, of this customer; the mirror learns of it. Throws AppError NOT_FOUND and IonError. */
export async function readIonOrder(
  accountId: string,
  customerId: string,
  orderId: string,
): Promise<IonOrder> {
  const ion = await connectIon(accountId);
  const key = { id: orderId, isIt: (kept: IonOrder) => kept.customerId === customerId };
  const order = await readThrough(orderMirror, accountId, key, () =>
    ion.orders.get(customerId, orderId),
  ).catch((error) => {
    throw isIonError(error, "not-found") ? new AppError("NOT_FOUND", { cause: error }) : error;
  });
  if (order.customerId !== customerId) throw new AppError("NOT_FOUND");
  return order;
}

/** The order as the mirror has it; null when it has none of this customer's by that number. */
export async function readKeptOrder(
  accountId: string,
  customerId: string,
  orderId: string,
): Promise<Known<IonOrder> | null> {
  const kept = await readKept(orderMirror, accountId, orderId);
  return kept?.value.customerId === customerId ? kept : null;
}

/** Everything an order's page shows, around the order that Ion has just told of. */
export async function describeOrder(actor: Actor, order: IonOrder): Promise<Order> {
  const nowMs = Date.now();
  const ion = await connectIon(actor.accountId);
  const { state } = readOrderStatus(order, nowMs);
  const subscriptions = findOrderSubscriptions(ion, order, state, (found) =>
    later("mirror-not-kept", () => putMirrored(subscriptionMirror, actor.accountId, found, new Date(nowMs))),
  );
  const described = await describe(actor, order, nowMs, subscriptions);
  return { ...described, pollAfterMs: pollAfterMs([described], nowMs) ?? linkAfterMs(described, nowMs) };
}

/** When to look again for the subscription of an order that itself moves no more. */
function linkAfterMs({ subscriptions: { state }, updatedAt }: Omit<Order, "pollAfterMs">, nowMs: number) {
  if (state === "unavailable") return LINK_RETRY_MS;
  const fresh = nowMs - Date.parse(updatedAt ?? "") < LINK_WITHIN_MS;
  return state === "missing" && fresh ? LINK_POLL_MS : null;
}

/** The same around an order of the mirror: asks nobody. */
export async function describeKeptOrder(
  actor: Actor,
  { value: order, asOf }: Known<IonOrder>,
): Promise<Order> {
  const nowMs = Date.now();
  const { state } = readOrderStatus(order, nowMs);
  const subscriptions = findKeptOrderSubscriptions(actor.accountId, order, state);
  const described = await describe(actor, order, nowMs, subscriptions);
  return { ...described, asOf, pollAfterMs: pollAfterMs([described], nowMs) };
}

async function describe(
  actor: Actor,
  order: IonOrder,
  nowMs: number,
  linked: Promise<Order["subscriptions"]>,
): Promise<Omit<Order, "pollAfterMs">> {
  const [nameOf, ordered, shownAt, subscriptions] = await Promise.all([
    customerNameOf(),
    whoOrdered(actor.accountId, order.customerId, order.id),
    credentialsShownAt(actor.accountId, order.id),
    linked,
  ]);
  return toOrder(order, {
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
