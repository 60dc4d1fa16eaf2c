import "server-only";
import { AppError } from "@/lib/errors";
import { connectIon } from "@/lib/ion/connect";
import { readIonSubscription } from "@/lib/subscriptions/read-ion-subscription";
import type { ChangedSubscription } from "./change-payload";

/**
 * The subscription as Ion has it this moment, when it can be changed. Throws AppError NOT_FOUND, NOT_ORDERABLE when Ion
 * leaves out what a change must name, and CHANGE_IN_PROGRESS while Ion still works on an order for it: what that one will
 * leave behind is not known (CONTRACT.md section 8, item 5).
 */
export async function readChangeable(
  accountId: string,
  customerId: string,
  subscriptionId: string,
): Promise<ChangedSubscription & { name: string }> {
  const read = await readIonSubscription(accountId, customerId, subscriptionId);
  const { productId, skuId, planId, vendorSubscriptionId, licenses } = read;
  if (!productId || !skuId || !planId || !vendorSubscriptionId || licenses === null) {
    throw new AppError("SUBSCRIPTION_NOT_CHANGEABLE");
  }
  await requireNoOpenOrder(accountId, customerId, vendorSubscriptionId);
  return {
    productId,
    skuId,
    planId,
    resourceId: vendorSubscriptionId,
    seats: licenses,
    name: read.displayName ?? read.productInfo?.skuDisplayName ?? subscriptionId,
  };
}

async function requireNoOpenOrder(accountId: string, customerId: string, resourceId: string): Promise<void> {
  const ion = await connectIon(accountId);
  for await (const order of ion.orders.listAllForCustomer(customerId)) {
    const isSettled = order.state === "done" || order.state === "failed" || order.state === "cancelled";
    if (!isSettled && order.items.some((item) => item.resourceId === resourceId)) {
      throw new AppError("CHANGE_IN_PROGRESS");
    }
  }
}
