import type { Cart, CartItem, ProvisioningState } from "../schemas";

export const usd = (amount: string) => ({ amount, currency: "USD" });

/** Nothing asked, nothing missing. */
export const nothingAsked: ProvisioningState = {
  state: "none",
  missing: [],
  questionCount: 0,
  answeredCount: 0,
  requiredUnknown: false,
  confirmation: "not-needed",
  reason: "vendor-without-template",
  tenant: "none",
  tenantReason: "provider-without-tenants",
  tenantDomain: null,
};

/** A monthly line without anything special. */
export function item(over: Partial<CartItem> & { id: string }): CartItem {
  const { unitCost } = over;
  return {
    plan: { productId: "p", skuId: "s", planId: "m" },
    productName: "Product",
    skuName: "Edition",
    planName: "Monthly",
    vendorName: "Vendor",
    term: "P1M",
    period: "monthly",
    quantity: 1,
    minQuantity: 1,
    maxQuantity: null,
    usageBased: false,
    unitPrice: null,
    lineTotal: null,
    onceUnitPrice: null,
    onceTotal: null,
    addOn: null,
    availableAddOns: [],
    approvalRequired: false,
    cancelTiming: null,
    introductions: [],
    blockedReason: null,
    provisioning: nothingAsked,
    checkedOut: null,
    ...(unitCost === undefined ? {} : { lineCost: null, margin: null }),
    ...over,
  };
}

/** An open cart with these lines and no totals yet. */
export function cart(items: CartItem[]): Cart {
  return {
    id: "7",
    customerId: "10",
    customerName: "Contoso",
    displayName: null,
    state: "open",
    createdBy: null,
    createdAt: null,
    touchedAt: null,
    payment: { type: "unknown", card: null },
    items,
    totals: [],
    unpricedItems: 0,
    fingerprint: "f",
  };
}
