import { mirrorSubscriptions } from "@/lib/db/schema/mirror";
import type { IonClient } from "@/lib/ion/client";
import { isIonError } from "@/lib/ion/errors";
import { type IonSubscription, subscriptionSchema } from "@/lib/ion/schemas/subscriptions";
import { integerColumn, searchColumn, timeColumn } from "@/lib/mirror/column-values";
import { detailFields } from "@/lib/mirror/detail-fields";
import type { MirrorRow, MirrorSource } from "@/lib/mirror/mirror-source";
import { sortKey } from "@/lib/mirror/sort-key";
import { toStoredSubscriptionRow } from "./stored-subscription-row";

/**
 * Subscriptions, as the sync engine has to know them: by id, ascending, so that new ones come at the end. Ion can't say
 * what changed since, so each pass reads all. CONTRACT.md section 2.6.
 */
export const subscriptionMirror: MirrorSource<IonSubscription, typeof mirrorSubscriptions> = {
  resource: "subscriptions",
  table: mirrorSubscriptions,
  children: [],
  idOf: ({ id }) => id,
  toRow: (subscription) => ({ columns: toColumns(subscription) }),
  fromRaw: (raw) => subscriptionSchema.parse(raw),
  // What only the answer about a single subscription has.
  detail: detailFields(
    "activityLogs",
    "attributes",
    "entitlements",
    "billingData",
    "resources",
    "reservations",
    "lineItems",
    "contacts",
    "products",
    "relatedSubscription",
    "priceAdjustments",
    "customFields",
  ),
  readPage: async (ion, from, { pageSize, signal }) => {
    const page = await ion.subscriptions.readPage({ limit: pageSize, offset: Number(from ?? 0), signal });
    return {
      items: page.items,
      skipped: page.skipped,
      next: page.nextOffset === null ? null : String(page.nextOffset),
      total: page.totalCount,
    };
  },
  skipOne: (from) => String(Number(from ?? 0) + 1),
  readOne: readOrNull,
  changedAt: ({ lastUpdatedAt }) => lastUpdatedAt,
  watched: [
    "customerId",
    "status",
    "seats",
    "unitPrice",
    "cost",
    "currency",
    "autoRenew",
    "billingCycle",
    "endsAt",
  ],
  nameOf: (columns) => ("name" in columns && typeof columns.name === "string" ? columns.name : columns.id),
};

async function readOrNull(
  ion: IonClient,
  { id, customerId }: { id: string; customerId?: string | null },
): Promise<IonSubscription | null> {
  try {
    return await ion.subscriptions.get(customerId ?? "-", id);
  } catch (error) {
    if (isIonError(error, "not-found")) return null;
    throw error;
  }
}

function toColumns(subscription: IonSubscription): MirrorRow<typeof mirrorSubscriptions>["columns"] {
  const row = toStoredSubscriptionRow(subscription);
  const { productInfo, price, cost, currency } = subscription;
  return {
    id: subscription.id,
    raw: subscription.raw,
    customerId: subscription.customerId,
    row,
    vendorSubscriptionId: subscription.vendorSubscriptionId,
    name: row.name,
    sortName: sortKey(row.name),
    providerId: subscription.cloudProviderId,
    providerName: subscription.cloudProviderName,
    productId: subscription.productId,
    skuId: subscription.skuId,
    planId: subscription.planId,
    seats: integerColumn(subscription.licenses),
    status: subscription.status,
    state: subscription.state,
    isTrial: subscription.isTrial,
    billingType: subscription.billingType,
    billingCycle: subscription.billingCycle,
    unitPrice: price?.amount ?? null,
    cost: cost?.amount ?? null,
    currency: price?.currency ?? currency,
    autoRenew: subscription.autoRenew,
    startsAt: timeColumn(subscription.startsAt),
    // "No end" keeps its far date here, so that it comes after every real one; an unknown end is null.
    endsAt: timeColumn(subscription.endsAt),
    renewsAt: timeColumn(row.renewsAt),
    cancellableUntil: timeColumn(subscription.cancellableUntil),
    updatedAt: timeColumn(subscription.lastUpdatedAt),
    search: searchColumn([
      row.name,
      productInfo?.productDisplayName,
      productInfo?.skuDisplayName,
      productInfo?.planDisplayName,
      subscription.id,
      subscription.vendorSubscriptionId,
      subscription.productId,
      subscription.skuId,
      subscription.planId,
      subscription.mfgPartNumber,
      subscription.customerPO,
      subscription.resellerPO,
      subscription.parentSubscriptionId,
    ]),
  };
}
