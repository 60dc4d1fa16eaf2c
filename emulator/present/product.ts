import { createHash } from "node:crypto";
import type { AddOn, Phase, Plan, Priced, Product } from "../catalog";
import { customerPrice } from "../orders/prices";
import { uuidOf } from "../random";
import type { Customer } from "../state/customers";
import type { Variants } from "../variants";

export type ProductView = {
  excludePricing: boolean;
  excludeMarketing: boolean;
  excludeDefinition: boolean;
  excludeVersionHistory: boolean;
  excludeDeployment: boolean;
  /** OWNER is the design view: no price-book prices, but the preview token. */
  owner: boolean;
  priceBook: Customer["priceBook"];
};

/** Whether a stored product may be listed as it is. */
export function isPlainProductSpelling(variants: Variants): boolean {
  return variants.is("product-type", "SUBSCRIPTION_PRODUCT");
}

/** A product in a list: its version history and etag are only in the single answer. */
export function presentListedProduct(product: Product, variants: Variants): unknown {
  return { ...product, type: variants.get("product-type") };
}

/** One product with the parts that were asked for (CONTRACT.md section 2.3). */
export function presentProduct(product: Product, view: ProductView, variants: Variants): unknown {
  const { marketing, definition, deployment, ...rest } = product;
  return {
    ...rest,
    type: variants.get("product-type"),
    marketing: view.excludeMarketing ? undefined : marketing,
    definition: view.excludeDefinition ? undefined : presentDefinition(definition, view),
    deployment: view.excludeDeployment ? undefined : deployment,
    versionHistory: view.excludeVersionHistory ? undefined : versionHistory(product),
    previewAuthToken: view.owner ? previewTokenOf(product.id) : undefined,
    etag: createHash("sha1").update(JSON.stringify(product)).digest("hex").slice(0, 16),
  };
}

/** A secret that Ion puts into an ordinary answer. */
export function previewTokenOf(productId: string): string {
  return `preview-${uuidOf(productId)}`;
}

/** Two published versions: the first one, and the one that is sold now. */
function versionHistory(product: Product): unknown {
  const first = { name: `${product.name}/versions/1`, effectiveDate: product.createTime };
  if (product.updateTime === product.createTime) return [first];
  return [
    { ...first, inactiveDate: product.updateTime },
    { name: `${product.name}/versions/2`, effectiveDate: product.updateTime },
  ];
}

function presentDefinition(definition: Product["definition"], view: ProductView): unknown {
  return {
    ...definition,
    skus: definition.skus.map((sku) => ({
      ...presentPriced(sku, view),
      plans: sku.plans.map((plan) => presentPlan(plan, view)),
    })),
    addOns: definition.addOns?.map((addOn: AddOn) => ({
      ...presentPriced(addOn, view),
      plans: addOn.plans.map((plan) => presentPlan(plan, view)),
    })),
  };
}

function presentPlan(plan: Plan, view: ProductView): unknown {
  const own = customerPrice(plan, view.priceBook);
  const priced = presentPriced(own === undefined ? plan : { ...plan, pricebookPrice: own }, view);
  return view.excludePricing ? { ...priced, phases: plan.phases.map(withoutPrices) } : priced;
}

function withoutPrices(phase: Phase): Phase {
  return { ...phase, fixedPrice: undefined, recurringPrice: undefined };
}

function presentPriced<T extends Priced>(priced: T, view: ProductView): T {
  if (!view.owner && !view.excludePricing) return priced;
  return {
    ...priced,
    pricebookPrice: undefined,
    pricebookMasterPrice: undefined,
    pricebookCurrency: undefined,
  };
}
