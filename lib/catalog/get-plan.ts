import "server-only";
import { requirePermission } from "@/lib/auth/require-permission";
import { AppError } from "@/lib/errors";
import { readProduct } from "./read-product";
import type { AddOn, Plan, PlanRef, Product, Sku } from "./schemas";

/** A plan with what carts and orders need of its product. For the server: `deployment` never goes to a browser. */
export type PlanForCart = {
  plan: Plan;
  sku: Sku;
  product: Pick<Product, "id" | "name" | "vendor" | "providerId" | "disabled">;
  /** The add-ons that can be bought with this SKU. */
  addOns: AddOn[];
  /** The product's own questions to the buyer, as Ion holds them, credentials stripped; input of lib/provisioning. */
  deployment: unknown;
  /** Ion's word for how the product is provisioned ("NCE"), from its custom field; null when it has none. */
  provisioningCategory: string | null;
};

/**
 * Finds a plan by its three ids, at the prices of `customerId`. A SKU is also found by its alias, which some of Ion's
 * answers use. Throws AppError NOT_FOUND.
 */
export async function getPlan(
  ref: PlanRef,
  options: { customerId?: string | undefined } = {},
): Promise<PlanForCart> {
  const actor = await requirePermission("catalog:read", options.customerId);
  const { product, ion } = await readProduct(actor, ref.productId, { ...options, withDeployment: true });
  const aliased = ion.definition?.skus.find((sku) => sku.alias === ref.skuId)?.id;
  const sku =
    product.skus.find((one) => one.id === ref.skuId) ?? product.skus.find((one) => one.id === aliased);
  const plan = sku?.plans.find((one) => one.planId === ref.planId);
  if (!sku || !plan) throw new AppError("NOT_FOUND");
  const { id, name, vendor, providerId, disabled } = product;
  const category = ion.definition?.customFields.find((field) => field.name === "ProvisioningCategory");
  return {
    plan,
    sku,
    product: { id, name, vendor, providerId, disabled },
    addOns: product.addOns.filter((addOn) => sku.availableAddOnIds.includes(addOn.id)),
    deployment: ion.deployment,
    provisioningCategory: category?.content ?? null,
  };
}
