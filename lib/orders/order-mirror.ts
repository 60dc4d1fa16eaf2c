import { mirrorOrderItems, mirrorOrders } from "@/lib/db/schema/mirror";
import type { IonClient } from "@/lib/ion/client";
import { isIonError } from "@/lib/ion/errors";
import type { IonOrderItem } from "@/lib/ion/schemas/order-items";
import { type IonOrder, orderSchema } from "@/lib/ion/schemas/orders";
import type { RowPage } from "@/lib/ion/schemas/row-page";
import { integerColumn, searchColumn, timeColumn } from "@/lib/mirror/column-values";
import { detailFields } from "@/lib/mirror/detail-fields";
import type { MirrorPage, MirrorRow, MirrorSource, PageRequest } from "@/lib/mirror/mirror-source";
import { sortKey } from "@/lib/mirror/sort-key";
import { namesOf } from "./map-order-item";
import { toStoredOrderRow } from "./stored-order-row";

/**
 * Orders, as the sync engine has to know them. Full passes go from the oldest to the newest: new orders come at the end
 * and nothing moves under the reader. What changed is read newest change first. CONTRACT.md section 2.5.
 */
export const orderMirror: MirrorSource<IonOrder, typeof mirrorOrders> = {
  resource: "orders",
  table: mirrorOrders,
  children: [{ table: mirrorOrderItems, parentColumn: "orderId" }],
  idOf: ({ id }) => id,
  toRow: (order) => ({ columns: toColumns(order), children: [order.items.map(toItemColumns)] }),
  fromRaw: (raw) => orderSchema().parse(raw),
  detail: detailFields("orderItems.*.catalogAttributes"),
  readPage: async (ion, from, request) =>
    toMirrorPage(await readSorted(ion, from, request, "createTime", "ASC")),
  readChangedPage: async (ion, from, request) =>
    toMirrorPage(await readSorted(ion, from, request, "updateTime", "DESC")),
  readOne: readOrNull,
  changedAt: ({ updatedAt, createdAt }) => updatedAt ?? createdAt,
  watched: ["customerId", "status", "kind", "currency", "total", "seats", "createdAt"],
  nameOf: ({ id }) => id,
};

function readSorted(
  ion: IonClient,
  from: string | null,
  { pageSize, signal }: PageRequest,
  sortBy: "createTime" | "updateTime",
  sortOrder: "ASC" | "DESC",
): Promise<RowPage<IonOrder>> {
  return ion.orders.readPage({ pageSize, signal, pageToken: from ?? undefined, sortBy, sortOrder });
}

function toMirrorPage({
  items,
  skipped,
  nextPageToken,
  totalCount,
}: RowPage<IonOrder>): MirrorPage<IonOrder> {
  return { items, skipped, next: nextPageToken, total: totalCount };
}

async function readOrNull(
  ion: IonClient,
  { id, customerId }: { id: string; customerId?: string | null },
): Promise<IonOrder | null> {
  try {
    return await ion.orders.get(customerId ?? "-", id);
  } catch (error) {
    if (isIonError(error, "not-found")) return null;
    throw error;
  }
}

function toColumns(order: IonOrder): MirrorRow<typeof mirrorOrders>["columns"] {
  const row = toStoredOrderRow(order);
  const total = row.totals.length === 1 ? row.totals[0] : undefined;
  return {
    id: order.id,
    // Ion may tell the ids only in the address of the call: kept with the rest, or nobody could read it again.
    raw: { ...order.raw, orderId: order.id, customerId: order.customerId },
    customerId: order.customerId,
    row,
    title: row.title,
    sortTitle: sortKey(row.title ?? ""),
    status: order.status,
    state: row.status.state,
    phase: row.status.phase,
    startsAt: timeColumn(row.status.startsAt),
    attention: row.status.attention,
    kind: row.kind,
    seats: integerColumn(row.seats),
    total: total?.amount ?? null,
    currency: total?.currency ?? order.currency,
    cartId: order.cartId,
    referenceId: order.referenceId,
    createdAt: timeColumn(order.createdAt),
    updatedAt: timeColumn(order.updatedAt),
    search: searchColumn([
      order.id,
      order.referenceId,
      order.displayName,
      order.cartId,
      ...order.items.flatMap(foundBy),
    ]),
  };
}

/** Names, numbers and domains; never a person's. */
function foundBy(item: IonOrderItem): (string | null)[] {
  const { productName, skuName, planName } = namesOf(item);
  const domains = item.attributes
    .filter(({ name }) => /domain(name)?$/i.test(name))
    .map(({ value }) => value);
  return [
    skuName,
    productName,
    planName,
    item.id,
    item.referenceId,
    item.resourceId,
    item.productId,
    item.skuId,
    item.planId,
    item.mfgPartNumber,
    item.endCustomerPO,
    item.resellerPO,
    ...domains,
  ];
}

function toItemColumns(item: IonOrderItem, position: number) {
  const { skuName, productName } = namesOf(item);
  return {
    position,
    action: item.action,
    productId: item.productId,
    skuId: item.skuId,
    planId: item.planId,
    name: skuName ?? productName,
    quantity: integerColumn(item.quantity),
    price: item.unitPrice?.amount ?? null,
    cost: item.cost?.amount ?? null,
    subTotal: item.subTotal?.amount ?? null,
    currency: item.currency,
    status: item.status,
    resourceId: item.resourceId,
  };
}
