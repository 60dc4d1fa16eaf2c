import "server-only";
import { and, eq } from "drizzle-orm";
import { requirePermission } from "@/lib/auth/require-permission";
import { getDb } from "@/lib/db/client";
import { mirrorProducts } from "@/lib/db/schema/mirror";
import { AppError } from "@/lib/errors";
import { connectIon } from "@/lib/ion/connect";
import { isIonError } from "@/lib/ion/errors";

/**
 * Makes sure that the account has this product, without reading its plans; asks Ion only when the mirror does not have
 * it. Throws AppError NOT_FOUND, and IonError when nobody knows.
 */
export async function requireProduct(productId: string): Promise<void> {
  const { accountId } = await requirePermission("catalog:read");
  const db = await getDb();
  const [known] = await db
    .select({ id: mirrorProducts.id })
    .from(mirrorProducts)
    .where(and(eq(mirrorProducts.accountId, accountId), eq(mirrorProducts.id, productId)));
  if (known) return;
  const { products } = await connectIon(accountId);
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
