import { requireAccount } from "../accounts";
import { isUsage } from "../catalog";
import { DAY_MS, toIso } from "../clock";
import { buildOrder } from "../orders/build-order";
import type { ValidItem } from "../orders/order-request";
import { HOLD_REASON, troubleErrors } from "../orders/script";
import type { Random } from "../random";
import { uuidOf } from "../random";
import { nextId } from "../state/meta";
import { type Attribute, insertOrder, type Order, type OrderStatus } from "../state/orders";
import type { StoredSubscription } from "../state/subscriptions";
import { vendorOfProvider } from "../vendors";
import type { SeededCustomer } from "./seed-customers";
import { type Seeding, seedSubscription } from "./seed-subscriptions";

export type OrderPlan = { orders: number; subscriptions: number };

/** Shares of a hundred orders; everything else is COMPLETED. */
const SHARES: [OrderStatus, number][] = [
  ["ERROR", 3],
  ["CANCELED", 3],
  ["ON_HOLD", 2],
  ["IN_PROGRESS", 2],
  ["NEW", 1],
  ["CONFIRMED", 1],
];
const FIRST_STATUSES: OrderStatus[] = ["ERROR", "ON_HOLD", "NEW", "CONFIRMED", "IN_PROGRESS", "CANCELED"];

/** Orders over the last three years, oldest first, and the subscriptions that the completed ones made. */
export function seedOrders(seeding: Seeding, size: OrderPlan): StoredSubscription[] {
  const { random, nowMs } = seeding;
  const buyers = seeding.customers.filter(
    ({ customer, hasTenant }) => hasTenant && customer.status === "ACTIVE",
  );
  const ages = Array.from({ length: size.orders }, () => random.next() ** 1.6 * 1_000 * DAY_MS + 3_600_000);
  ages.sort((one, other) => other - one);
  // One of them hangs IN_PROGRESS for months, as in the guide's sample.
  const stuck = Math.floor(ages.length / 3);
  const statuses = ages.map((_, index) =>
    index === stuck ? "IN_PROGRESS" : statusOf(index, ages.length - 1 - index, random),
  );
  let completedLeft = statuses.filter((status) => status === "COMPLETED").length;
  const subscriptions: StoredSubscription[] = [];
  for (const [index, age] of ages.entries()) {
    const status = statuses[index] ?? "COMPLETED";
    const buyer = random.pick(buyers);
    const at = Math.max(nowMs - age, buyer.createdAt + DAY_MS);
    const count = itemCount((size.subscriptions - subscriptions.length) / Math.max(1, completedLeft), random);
    if (status === "COMPLETED") completedLeft -= 1;
    subscriptions.push(...seedOrder(seeding, buyer, Math.min(at, nowMs - 60_000), status, count));
  }
  return subscriptions;
}

/** Items of an order, so that on average `wanted` come out: the last orders make the sum exact. */
function itemCount(wanted: number, random: Random): number {
  const whole = Math.floor(wanted);
  return Math.max(1, Math.min(6, whole + (random.chance(wanted - whole) ? 1 : 0)));
}

/** Recent orders show every status; older ones are settled, most of them well. */
function statusOf(index: number, fromEnd: number, random: Random): OrderStatus {
  if (fromEnd < FIRST_STATUSES.length * 2)
    return FIRST_STATUSES[fromEnd % FIRST_STATUSES.length] ?? "COMPLETED";
  if (index < 3) return "COMPLETED";
  let draw = random.next() * 100;
  for (const [status, share] of SHARES) {
    if (draw < share) return status === "NEW" || status === "CONFIRMED" ? "COMPLETED" : status;
    draw -= share;
  }
  return "COMPLETED";
}

function seedOrder(
  seeding: Seeding,
  buyer: SeededCustomer,
  at: number,
  status: OrderStatus,
  count: number,
): StoredSubscription[] {
  const { db, accountId, random, nowMs } = seeding;
  const { customer } = buyer;
  const orderId = String(nextId(db, "order"));
  const cartId = random.chance(0.7) ? String(nextId(db, "cart")) : undefined;
  const lines = Array.from({ length: count }, () => seedLine(seeding, buyer, cartId !== undefined));
  const order = buildOrder({
    orderId,
    itemIds: lines.map(() => String(nextId(db, "orderItem"))),
    account: requireAccount(accountId),
    customer,
    nowMs: at,
    status,
    referenceId: cartId
      ? `customers/${customer.customerId}/carts/${cartId}`
      : `PO-${random.int(10_000, 99_999)}`,
    displayName: cartId ? `Cart - ${at}` : `${lines[0]?.offer.sku.displayName ?? "Order"}`,
    cartId,
    lines: lines.map((line) => ({ ...line, holdReason: status === "ON_HOLD" ? HOLD_REASON : undefined })),
  });
  settle(order, status, at);
  const updatedAt = Date.parse(order.updateTime);
  const created =
    status !== "COMPLETED"
      ? []
      : order.orderItems.map((item, index) => {
          const offer = lines[index]?.offer;
          if (!offer) throw new Error("an item without an offer");
          const stored = seedSubscription(seeding, buyer, offer, {
            orderId,
            itemName: item.name,
            quantity: item.quantity,
            at: updatedAt,
          });
          item.resourceId = stored.subscription.subscriptionId;
          return stored;
        });
  insertOrder(db, {
    order,
    accountId,
    customerId: customer.customerId,
    createdAt: at,
    updatedAt: Math.min(updatedAt, nowMs),
    script: [],
  });
  return created;
}

function seedLine({ db, offers, random }: Seeding, { customer }: SeededCustomer, fromCart: boolean) {
  const offer = random.pick(offers);
  const microsoft = vendorOfProvider(offer.sku.productCloudProviderName).key === "microsoft";
  const attributes: Attribute[] = microsoft
    ? [{ name: "operations", value: "addSubscription" }]
    : [{ name: "customerDomain", value: customer.domain ?? "" }];
  const limit = Number(offer.plan.pricebookDetails?.MaxQuantity ?? 0) || 400;
  const smallest = Number(offer.plan.pricebookDetails?.MinQuantity ?? 1);
  const cartItemId = fromCart ? String(nextId(db, "cartItem")) : undefined;
  const item: ValidItem = {
    action: "CREATE",
    productId: offer.product.id,
    skuId: offer.sku.id,
    planId: offer.plan.id,
    quantity: isUsage(offer.plan)
      ? 1
      : Math.min(limit, Math.max(smallest, Math.ceil(random.next() ** 3 * 180))),
    attributes,
    referenceId: cartItemId ? `customers/${customer.customerId}/cartItems/${cartItemId}` : undefined,
    cartItemId,
    endCustomerPO: random.chance(0.4) ? `PO${random.int(1000, 9999)}` : undefined,
    resellerPO: random.chance(0.3) ? `Res${random.int(1000, 9999)}` : undefined,
  };
  return { item, offer };
}

/** Gives a seeded order the times, processes and errors of its status. */
function settle(order: Order, status: OrderStatus, at: number): void {
  const minutes = { COMPLETED: 3, ERROR: 6, CANCELED: 12, IN_PROGRESS: 2, CONFIRMED: 1, NEW: 0, ON_HOLD: 0 }[
    status
  ];
  order.updateTime = toIso(at + minutes * 60_000);
  const errors = status === "ERROR" ? troubleErrors(order.orderId) : undefined;
  order.errors = errors;
  for (const [index, item] of order.orderItems.entries()) {
    item.updateTime = order.updateTime;
    if (index === 0) item.errors = errors;
    // Item states are their own: the guide has an order IN_PROGRESS with an item NEW.
    if (status === "IN_PROGRESS" && index === 0) item.status = "NEW";
    if (status === "COMPLETED" || status === "ERROR" || status === "IN_PROGRESS") {
      item.provisioningInfo = {
        processId: uuidOf(`process:${item.name}`),
        processName: `${processOf(item.providerName)}_Create_Order_V3_Process`,
      };
    }
  }
}

function processOf(providerName: string): string {
  return (
    { AZURE: "Microsoft", IBM: "IBM", GWS: "Google", GCP: "GCP", SOPHOS: "Sophos" }[providerName] ?? "Vertex"
  );
}
