import "server-only";
import { requirePermission } from "@/lib/auth/require-permission";
import { readTenant } from "./customer-tenant";
import { readKeptProduct, readProduct } from "./read-product";
import type { Offer } from "./schemas";

/**
 * One product with all its plans, fresh from Ion: at the prices of `customerId`, with what an order would do to that
 * customer's tenant; without a customer at the account's own prices. Throws AppError NOT_FOUND for a product that is not
 * there and for a customer that is not this person's.
 */
export async function getOffer(
  productId: string,
  { customerId }: { customerId?: string | undefined } = {},
): Promise<Offer> {
  const actor = await requirePermission("catalog:read", customerId);
  const product = await readProduct(actor, productId, { customerId });
  return { product, tenant: customerId === undefined ? null : await readTenant(actor, customerId, product) };
}

/**
 * One product at once: as the mirror has it, at the account's own prices whoever is chosen (`priceBookCustomerId` says
 * so), and without a word about a tenant; from Ion, as `getOffer` has it, when the mirror does not have it.
 */
export async function getKnownOffer(
  productId: string,
  { customerId }: { customerId?: string | undefined } = {},
): Promise<Offer> {
  const actor = await requirePermission("catalog:read", customerId);
  const product = await readKeptProduct(actor, productId);
  return product ? { product, tenant: null } : getOffer(productId, { customerId });
}
