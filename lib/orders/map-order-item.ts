import { attributeValue } from "@/lib/ion/schemas/attributes";
import type { IonOrderItem } from "@/lib/ion/schemas/order-items";
import { toOrderAnswers } from "./order-answers";
import { toOrderProblems } from "./order-errors";
import type { OrderItem } from "./order-schemas";
import { readItemPhase } from "./order-status";
import { readOrderTerm } from "./order-term";

/** What the reader may see beyond the order itself. */
export type OrderSight = {
  /** Cost per unit ("prices:cost"). */
  cost: boolean;
  /** Names, addresses and numbers of people at the customer. */
  personal: boolean;
};

/**
 * One line of an order for the screen. The subtotal is what counts; the unit price is subtotal by quantity (D29), which
 * `lib/ion` has worked out already.
 */
export function toOrderItem(item: IonOrderItem, index: number, sight: OrderSight): OrderItem {
  return {
    key: item.id ?? `#${index + 1}`,
    action: item.action === "UPDATE" ? "update" : "create",
    productId: item.productId,
    ...namesOf(item),
    quantity: item.quantity,
    unitPrice: item.unitPrice,
    subTotal: item.subTotal,
    pricesAgree: item.pricesAgree,
    ...(sight.cost ? { cost: item.cost } : {}),
    ...readOrderTerm(item),
    customerPO: item.endCustomerPO,
    resellerPO: item.resellerPO,
    vendorPartNumber: item.mfgPartNumber,
    vendorSubscriptionId: item.resourceId,
    phase: readItemPhase(item),
    rawStatus: item.status,
    addOns: item.addOns.map(({ displayName, addOnId, planId, quantity }) => ({
      name: displayName ?? addOnId ?? planId ?? "–",
      quantity,
    })),
    answers: toOrderAnswers(item.attributes, sight.personal),
    note: textOf(item.additionalInformation),
    process: item.provisioningInfo && {
      name: item.provisioningInfo.processName,
      details: item.provisioningInfo.details,
    },
    problems: toOrderProblems(item.errors),
    updatedAt: item.updatedAt,
  };
}

/** The names of what was ordered: Ion's own fields, else what the catalog called it then, else the ids. */
export function namesOf(
  item: Pick<
    IonOrderItem,
    "productName" | "skuName" | "planName" | "productId" | "skuId" | "planId" | "catalogAttributes"
  >,
): Pick<OrderItem, "productName" | "skuName" | "planName"> {
  const said = (name: string) => attributeValue(item.catalogAttributes, name);
  const skuName = item.skuName ?? said("sku.DisplayName") ?? item.skuId;
  return {
    productName: item.productName ?? item.productId,
    skuName,
    planName: withoutSku(item.planName ?? said("plan.DisplayName") ?? item.planId, skuName),
  };
}

/** Vendors repeat the SKU in the plan's name ("Office 365 E1 - One-Year commitment"); what comes after it is the plan. */
function withoutSku(planName: string | null, skuName: string | null): string | null {
  if (!planName || !skuName || !planName.startsWith(skuName)) return planName;
  return planName.slice(skuName.length).replace(/^[\s\-–—·:,]+/, "") || planName;
}

function textOf(value: unknown): string | null {
  return typeof value === "string" && value.trim() !== "" ? value.trim() : null;
}
