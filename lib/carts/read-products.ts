import "server-only";
import pLimit from "p-limit";
import { mayActor } from "@/lib/auth/require-permission";
import { readProductWithSource } from "@/lib/catalog/read-product";
import type { AddOn, Plan, Product, Sku } from "@/lib/catalog/schemas";
import { AppError } from "@/lib/errors";
import type { CartAccess } from "./cart-access";
import { kept } from "./kept";
import type { PlanHint } from "./plan-name";

const MAX_AGE_MS = 60_000;
const AT_ONCE = 6;

/** What a cart needs of a product, with the prices of the cart's customer. */
export type CartProduct = {
  product: Product;
  /** Ion's deployment part, credentials removed: source of the product's own questions. Never for a browser. */
  deployment: unknown;
  /** SKU ids by the alias that some of Ion's answers use. */
  aliases: ReadonlyMap<string, string>;
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
  { fresh = false }: { fresh?: boolean } = {},
): Promise<ReadonlyMap<string, CartProduct | null>> {
  const limit = pLimit(AT_ONCE);
  const entries = [...new Set(productIds)].map((productId) =>
    limit(async () => [productId, await readOne(access, productId, fresh)] as const),
  );
  return new Map(await Promise.all(entries));
}

function readOne(
  { actor, customerId }: CartAccess,
  productId: string,
  fresh: boolean,
): Promise<CartProduct | null> {
  // Costs are in it for those who may see them, so the two kinds of people share nothing.
  const audience = mayActor(actor, "prices:cost") ? "cost" : "price";
  const key = `product ${audience} ${actor.accountId}/${customerId}/${productId}`;
  return kept({ key, maxAgeMs: fresh ? 0 : MAX_AGE_MS }, async () => {
    try {
      const { product, ion } = await readProductWithSource(actor, productId, {
        customerId,
        withDeployment: true,
      });
      const skus = ion.definition?.skus ?? [];
      const aliases = new Map(skus.flatMap(({ alias, id }) => (alias ? [[alias, id] as const] : [])));
      return { product, deployment: ion.deployment, aliases };
    } catch (error) {
      if (error instanceof AppError && error.code === "NOT_FOUND") return null;
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
  const { product, aliases } = found;
  const skuId = hint.skuId && (aliases.get(hint.skuId) ?? hint.skuId);
  const offers = product.skus
    .filter((sku) => skuId === null || sku.id === skuId)
    .flatMap((sku) => sku.plans.filter((plan) => plan.planId === hint.planId).map((plan) => ({ sku, plan })));
  const [offer, ...others] = offers;
  if (!offer || others.length > 0) return null;
  const wanted = new Set(offer.sku.availableAddOnIds);
  return { ...found, ...offer, addOns: product.addOns.filter((addOn) => wanted.has(addOn.id)) };
}
