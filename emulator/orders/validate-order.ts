import { isUsage, type Offer, quantityLimits } from "../catalog";
import type { Emulator } from "../emulator";
import {
  invalidRequest,
  listingNotFound,
  notFound,
  type ProvisioningProblem,
  provisioningError,
} from "../errors";
import { findAddOn, findOffer, findProduct } from "../state/products";
import { findSubscription, type StoredSubscription } from "../state/subscriptions";
import { findProfile } from "../state/tenants";
import { vendorOfProvider } from "../vendors";
import { createProblems, valueProblems } from "./check-attributes";
import type { OrderRequest, OrderRequestItem, ValidItem } from "./order-request";

/** A checked item with the offer it buys and, for UPDATE, the subscription it changes. */
export type CheckedItem = { item: ValidItem; offer: Offer; subscription?: StoredSubscription };

/**
 * Checks an order in the sequence of CONTRACT.md section 4.2: orderItems, COMM-VL-001, 002, 003, 004, then what exists.
 * @throws IonError 400 (E3 or E1) or 404.
 */
export function validateOrder(
  emulator: Emulator,
  accountId: string,
  customerId: string,
  request: OrderRequest,
): CheckedItem[] {
  const items = request.orderItems ?? [];
  const code001 = emulator.variants.is("comm-vl-001", "space") ? "COMM-VL-001 " : "COMM-VL-001";
  const refuse = (problems: ProvisioningProblem[]) => {
    if (problems.length > 0) {
      throw provisioningError(problems, emulator.variants.is("validation-code", "3") ? 3 : 400);
    }
  };
  if (items.length === 0) refuse([missingInOrder(code001, "orderItems")]);
  if (emulator.variants.is("order-required", "guide")) refuse(guideProblems(code001, request));
  refuse(items.flatMap((item) => missingFields(code001, item)));
  refuse(items.flatMap(actionProblems));
  refuse(items.flatMap((item) => (item.action === "UPDATE" && !item.resourceId ? [missingResourceId] : [])));
  const valid = items.map(toValidItem);
  const hasTenant = (providerId: number | undefined) =>
    providerId !== undefined && Boolean(findProfile(emulator.db, customerId, providerId)?.customerTenantId);

  const offers = valid.map((item) =>
    findOffer(emulator.db, accountId, item.productId, item.skuId, item.planId),
  );
  refuse(
    valid.flatMap((item, index) => {
      if (item.action !== "CREATE") return [];
      const vendor = vendorOfProvider(offers[index]?.sku.productCloudProviderName);
      return createProblems(
        vendor,
        offers[index]?.product,
        item.attributes,
        hasTenant(vendor.providerId),
        code001,
      );
    }),
  );
  return valid.map((item, index) => {
    const offer = offers[index];
    if (!offer) throw missingOffer(emulator, accountId, item);
    if (item.action === "CREATE") requireOrderable(offer);
    requireQuantity(offer, item.quantity);
    for (const addOn of item.addOns ?? []) requireAddOn(offer, addOn.planId);
    if (item.action === "CREATE") return { item, offer };
    const subscription = findSubscription(emulator.db, customerId, item.resourceId ?? "");
    if (!subscription || subscription.subscription.subscriptionId !== item.resourceId) {
      throw notFound(`accounts/${accountId}/customers/${customerId}/subscriptions/${item.resourceId}`);
    }
    return { item, offer, subscription };
  });
}

function missingInOrder(code: string, field: string): ProvisioningProblem {
  return { code, detail: `The '${field}' attribute must be present in the 'order' object.` };
}

function missingFields(code: string, item: OrderRequestItem): ProvisioningProblem[] {
  const required = ["action", "productId", "skuId", "planId", "quantity", "attributes"] as const;
  return required
    .filter((field) => item[field] === undefined || item[field] === null || item[field] === "")
    .map((field) => ({
      code,
      detail: `The '${field}' attribute must be present in the 'order.orderItem' object.`,
    }));
}

function guideProblems(code: string, request: OrderRequest): ProvisioningProblem[] {
  const order = (["referenceId", "displayName"] as const).filter((field) => !request[field]);
  const items = (request.orderItems ?? []).flatMap((item) =>
    (["referenceId", "providerName"] as const).filter((field) => !item[field]),
  );
  return [
    ...order.map((field) => missingInOrder(code, field)),
    ...items.map((field) => ({
      code,
      detail: `The '${field}' attribute must be present in the 'order.orderItem' object.`,
    })),
  ];
}

function actionProblems(item: OrderRequestItem): ProvisioningProblem[] {
  const known = item.action === "CREATE" || item.action === "UPDATE";
  const action: ProvisioningProblem[] = known
    ? []
    : [
        {
          code: "COMM-VL-002",
          detail:
            "The 'order.orderItem.action' must be equal to one of the allowed values: ['CREATE', 'UPDATE'].",
        },
      ];
  return [...action, ...valueProblems(item.attributes ?? [])];
}

const missingResourceId: ProvisioningProblem = {
  code: "COMM-VL-003",
  detail:
    "The 'resourceId' attribute must be present in the 'order.orderItem' object when 'action' is 'UPDATE'.",
};

function toValidItem(item: OrderRequestItem): ValidItem {
  return {
    action: item.action === "UPDATE" ? "UPDATE" : "CREATE",
    productId: item.productId ?? "",
    skuId: item.skuId ?? "",
    planId: item.planId ?? "",
    quantity: readQuantity(item.quantity),
    attributes: item.attributes ?? [],
    resourceId: item.resourceId || undefined,
    referenceId: item.referenceId || undefined,
    endCustomerPO: item.endCustomerPO,
    resellerPO: item.resellerPO,
    addOns: item.addOns?.map((addOn) => ({
      id: addOn.id ?? addOn.addOnId ?? "",
      addOnId: addOn.addOnId ?? addOn.id ?? "",
      planId: addOn.planId ?? "",
      action: addOn.action ?? "CREATE",
      quantity: readQuantity(addOn.quantity),
    })),
  };
}

/** A number or a string of digits. @throws IonError 400 for anything but a whole number from 1 to int32. */
export function readQuantity(value: number | string | null | undefined): number {
  const quantity = typeof value === "string" && /^-?\d{1,10}$/.test(value) ? Number(value) : value;
  if (typeof quantity !== "number" || !Number.isInteger(quantity))
    throw invalidRequest("quantity must be integer");
  if (quantity < 1) throw invalidRequest("quantity must be >= 1");
  if (quantity > 2_147_483_647) throw invalidRequest("quantity must be <= 2147483647");
  return quantity;
}

/** @throws IonError 400 when the quantity is outside what the plan allows. */
export function requireQuantity(offer: Offer, quantity: number): void {
  if (isUsage(offer.plan)) return;
  const { min, max } = quantityLimits(offer.plan);
  if (min > 0 && quantity < min) throw invalidRequest(`quantity must be >= ${min} for plan ${offer.plan.id}`);
  if (max > 0 && quantity > max) throw invalidRequest(`quantity must be <= ${max} for plan ${offer.plan.id}`);
}

/** @throws IonError 400 when the product, SKU or plan may not be bought (CONTRACT.md section 8.8). */
export function requireOrderable({ product, sku, plan }: Offer): void {
  if (product.disabled || sku.disabled) throw invalidRequest(`product ${product.id} is disabled`);
  if (!sku.productAvailability || !plan.productAvailability) {
    throw invalidRequest(`plan ${plan.id} of product ${product.id} is not available in the price book`);
  }
}

/** @throws IonError 400 when the product has no add-on with this plan. */
function requireAddOn({ product }: Offer, planId: string): void {
  if (!findAddOn(product, planId)) throw invalidRequest(`addOns.planId '${planId}' does not name an add-on`);
}

function missingOffer(emulator: Emulator, accountId: string, item: ValidItem): Error {
  const product = findProduct(emulator.db, accountId, item.productId);
  if (!product) return listingNotFound(item.productId);
  return notFound(`accounts/${accountId}/products/${item.productId}/skus/${item.skuId}/plans/${item.planId}`);
}
