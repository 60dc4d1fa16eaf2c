import { requireAccount } from "../accounts";
import { DAY_MS, toIso } from "../clock";
import { buildOrder } from "../orders/build-order";
import { uuidOf } from "../random";
import type { Database } from "../state/database";
import { nextId } from "../state/meta";
import { insertOrder } from "../state/orders";
import { findOffer } from "../state/products";
import { insertSubscription, newSubscriptionId } from "../state/subscriptions";
import { logActivity } from "../subscriptions/activity";
import { buildSubscription } from "../subscriptions/build-subscription";
import type { SeededCustomer } from "./seed-customers";
import type { OrderPlan } from "./seed-orders";

/**
 * The guide's own samples, with its ids: a finished IBM order, one that has hung for years, a usage subscription.
 * @returns how many orders and subscriptions they are.
 */
export function seedGuideSamples(
  db: Database,
  accountId: string,
  customers: SeededCustomer[],
  nowMs: number,
): OrderPlan {
  const [first, second, third] = customers;
  if (!first || !second || !third) throw new Error("the samples need three customers");
  sampleOrder(
    db,
    accountId,
    first,
    {
      product: ["IBMMAAS360WATSON-smp", "Essentials-device", "IBM-MaaS360-w-Watson-Essentials-"],
      vendorId: "bu5e81725419101290",
      at: Date.parse("2024-09-04T03:02:18Z"),
      done: true,
    },
    nowMs,
  );
  sampleOrder(
    db,
    accountId,
    second,
    {
      product: [
        "ScaleSAFeforAzureDev",
        "Scale---SAFe-for-Azure-DevOps-Az",
        "Scale---SAFe-for-Azure-DevOps-n0",
      ],
      at: Date.parse("2023-08-30T18:31:45Z"),
      done: false,
    },
    nowMs,
  );
  sampleOrder(
    db,
    accountId,
    third,
    {
      product: ["TechDataAzureSentinel-smp", "Tech-Data-Azure-Sentinel", "Based-on-Usage"],
      vendorId: "0a1b2345-a1bc-12ab-b0df-9d6a5cdb19f9",
      at: Date.parse("2023-10-17T09:48:16Z"),
      done: true,
      status: "initiated",
    },
    nowMs,
  );
  return { orders: 3, subscriptions: 2 };
}

type Sample = {
  product: [productId: string, skuId: string, planId: string];
  vendorId?: string;
  at: number;
  done: boolean;
  status?: string;
};

function sampleOrder(
  db: Database,
  accountId: string,
  { customer }: SeededCustomer,
  sample: Sample,
  nowMs: number,
): void {
  const offer = findOffer(db, accountId, ...sample.product);
  if (!offer) throw new Error(`the seed lacks ${sample.product.join("/")}`);
  // On an emulator that starts before the samples' time they lie just before its start.
  const at = Math.min(sample.at, nowMs - 400 * DAY_MS);
  const account = requireAccount(accountId);
  const orderId = String(nextId(db, "order"));
  const cartId = String(nextId(db, "cart"));
  const cartItemId = String(nextId(db, "cartItem"));
  const order = buildOrder({
    orderId,
    itemIds: [String(nextId(db, "orderItem"))],
    account,
    customer,
    nowMs: at,
    status: sample.done ? "COMPLETED" : "IN_PROGRESS",
    referenceId: `customers/${customer.customerId}/carts/${cartId}`,
    displayName: `Cart - ${at}`,
    cartId,
    lines: [
      {
        offer,
        item: {
          action: "CREATE",
          productId: offer.product.id,
          skuId: offer.sku.id,
          planId: offer.plan.id,
          quantity: 1,
          attributes: [],
          referenceId: `customers/${customer.customerId}/cartItems/${cartItemId}`,
          cartItemId,
        },
      },
    ],
  });
  const [item] = order.orderItems;
  if (!item) throw new Error("a sample order without an item");
  order.updateTime = toIso(at + 174_000);
  item.updateTime = order.updateTime;
  if (sample.done) {
    item.resourceId = sample.vendorId;
    item.provisioningInfo = {
      processId: uuidOf(item.name),
      processName:
        item.providerName === "IBM" ? "IBM_Create_Order_V3_Process" : "Vertex_Create_Order_V3_Process",
    };
    const subscription = buildSubscription({
      id: newSubscriptionId(db),
      vendorId: accountId === "10001" ? (sample.vendorId ?? uuidOf(item.name)) : uuidOf(item.name),
      account,
      customer,
      offer,
      quantity: 1,
      nowMs: at + 174_000,
      status: sample.status,
      attributes: [
        { name: "OrderId", value: orderId },
        { name: "OrderItemId", value: item.name.slice(item.name.lastIndexOf("/") + 1) },
      ],
    });
    logActivity(subscription, {
      id: `s${orderId}`,
      type: "CREATE",
      at: order.updateTime,
      details: "Ordered 1 licence",
    });
    insertSubscription(db, subscription);
  } else {
    item.status = "NEW";
    item.additionalInformation = "legacy";
    item.price = undefined;
    item.cost = undefined;
    item.msrp = undefined;
    item.subTotal = undefined;
    order.total = undefined;
  }
  insertOrder(db, {
    order,
    accountId,
    customerId: customer.customerId,
    createdAt: at,
    updatedAt: at + 174_000,
    script: [],
  });
}
