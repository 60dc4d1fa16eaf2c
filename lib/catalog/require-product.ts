import "server-only";
import { requirePermission } from "@/lib/auth/require-permission";
import { AppError } from "@/lib/errors";
import { connectIon } from "@/lib/ion/connect";
import { isIonError } from "@/lib/ion/errors";
import { peekCatalogRow } from "./catalog-rows";

/**
 * Makes sure that the account has this product, without reading its plans; asks Ion only when the list at hand does not
 * have it. Throws AppError NOT_FOUND, and IonError when nobody knows.
 */
export async function requireProduct(productId: string): Promise<void> {
  const actor = await requirePermission("catalog:read");
  if (peekCatalogRow(actor, productId)) return;
  const { products } = await connectIon(actor.accountId);
  try {
    await products.get(productId, {
      excludeMarketing: true,
      excludeDefinition: true,
      excludeDeployment: true,
      excludeVersionHistory: true,
    });
  } catch (error) {
    throw isIonError(error, "not-found") ? new AppError("NOT_FOUND", { cause: error }) : error;
  }
}
