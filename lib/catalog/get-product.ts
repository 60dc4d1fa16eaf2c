import "server-only";
import { requirePermission } from "@/lib/auth/require-permission";
import { readProduct } from "./read-product";
import type { Product } from "./schemas";

/**
 * One product with all its plans, fresh from Ion, at the prices of `customerId` when one is given, else at the account's
 * own. Throws AppError NOT_FOUND for a product that is not there and for a customer that is not this person's.
 */
export async function getProduct(
  productId: string,
  options: { customerId?: string | undefined } = {},
): Promise<Product> {
  const actor = await requirePermission("catalog:read", options.customerId);
  const { product } = await readProduct(actor, productId, { ...options, withDeployment: false });
  return product;
}
