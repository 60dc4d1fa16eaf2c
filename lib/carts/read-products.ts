import "server-only";
import pLimit from "p-limit";
import { mayActor } from "@/lib/auth/require-permission";
import { toProduct } from "@/lib/catalog/map-product";
import type { AddOn, Plan, Product, Sku } from "@/lib/catalog/schemas";
import { isIonError } from "@/lib/ion/errors";
import type { IonProduct } from "@/lib/ion/schemas/products";
import type { CartAccess } from "./cart-access";
import { kept } from "./kept";
import type { PlanHint } from "./plan-name";

const MAX_AGE_MS = 60_000;
const AT_ONCE = 6;

/** What a cart needs of a product, with the prices of the cart's customer. */
export type CartProduct = {
  product: Omit<Product, "priceBookCustomerId" | "asOf">;
  /** Ion's deployment part, credentials removed: source of the product's own questions. */
  deployment: unknown;
};

/** A line's plan and what stands around it. */
export type PlanFacts = CartProduct & { sku: Sku; plan: Plan; addOns: AddOn[] };

/**
 * The products by id, with this customer's prices; null for one that the catalog no longer has. Kept for a minute, so
 * that changing a quantity does not read the catalog again; `fresh` reads Ion, for what is about to be ordered.
 * Throws IonError.
 */
export async function readProducts(
  access: CartAccess,
  productIds: Iterable<string>,
  { providerNames, fresh = false }: { providerNames: ReadonlyMap<string, string>; fresh?: boolean },
): Promise<ReadonlyMap<string, CartProduct | null>> {
  const { actor } = access;
  const limit = pLimit(AT_ONCE);
  const withCost = mayActor(actor, "prices:cost");
  const entries = [...new Set(productIds)].map((productId) =>
    limit(async () => {
      const ionProduct = await readIonProduct(access, productId, fresh);
      const found: CartProduct | null = ionProduct && {
        product: toProduct(ionProduct, { providerNames, categoryNames: new Map(), withCost }),
        deployment: ionProduct.deployment,
      };
      return [productId, found] as const;
    }),
  );
  return new Map(await Promise.all(entries));
}

function readIonProduct(
  { actor, ion, customerId }: CartAccess,
  productId: string,
  fresh: boolean,
): Promise<IonProduct | null> {
  const key = `product ${actor.accountId}/${customerId}/${productId}`;
  return kept({ key, maxAgeMs: fresh ? 0 : MAX_AGE_MS }, async () => {
    try {
      const product = await ion.products.get(productId, {
        priceBookCustomerId: customerId,
        excludeVersionHistory: true,
      });
      // Ion's own object is many times the size of what is read from it.
      return { ...product, raw: {} };
    } catch (error) {
      if (isIonError(error, "not-found")) return null;
      throw error;
    }
  });
}

/** The plan a hint means, or null where the catalog does not have it or the hint is not clear. */
export function findPlan(
  products: ReadonlyMap<string, CartProduct | null>,
  hint: PlanHint | null,
): PlanFacts | null {
  const found = hint?.productId ? products.get(hint.productId) : null;
  if (!hint || !found) return null;
  const { product } = found;
  const offers = product.skus
    .filter((sku) => hint.skuId === null || sku.id === hint.skuId)
    .flatMap((sku) => sku.plans.filter((plan) => plan.planId === hint.planId).map((plan) => ({ sku, plan })));
  const [offer, ...others] = offers;
  if (!offer || others.length > 0) return null;
  const wanted = new Set(offer.sku.availableAddOnIds);
  return { ...found, ...offer, addOns: product.addOns.filter((addOn) => wanted.has(addOn.id)) };
}
