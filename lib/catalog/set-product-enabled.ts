import "server-only";
import { audited } from "@/lib/audit/audited";
import { requirePermission } from "@/lib/auth/require-permission";
import { AppError } from "@/lib/errors";
import { connectIon } from "@/lib/ion/connect";
import { isIonError } from "@/lib/ion/errors";
import { refreshMirrored } from "@/lib/mirror/refresh-mirrored";
import { refreshIndexed } from "./index/keep-index";
import type { SetProductEnabledInput } from "./inputs";
import { productMirror } from "./product-mirror";

/**
 * Offers a product to customers, or stops offering it. What is so already stays so: Ion refuses to enable an enabled
 * product (CONTRACT.md section 0.1), which is what the person wanted, perhaps done in another tab. Subscriptions that run
 * are not touched. Throws AppError NOT_FOUND, and IonError "outcome-unknown" when Ion did not answer.
 */
export async function setProductEnabled({ productId, enabled }: SetProductEnabledInput): Promise<void> {
  const actor = await requirePermission("catalog:manage");
  const action = enabled ? "catalog:enable-product" : "catalog:disable-product";
  await audited(actor, { action, resource: `products/${productId}` }, async () => {
    const { products } = await connectIon(actor.accountId);
    try {
      await (enabled ? products.enable(productId) : products.disable(productId));
    } catch (error) {
      if (isIonError(error, "not-found")) throw new AppError("NOT_FOUND", { cause: error });
      if (!isIonError(error, "invalid", "conflict")) throw error;
      if ((await isEnabled(actor.accountId, productId)) !== enabled) throw error;
    } finally {
      await refreshMirrored(productMirror, actor.accountId, { id: productId });
      await refreshIndexed(actor.accountId, productId);
    }
  });
}

async function isEnabled(accountId: string, productId: string): Promise<boolean> {
  const { products } = await connectIon(accountId);
  const product = await products.get(productId, {
    excludeMarketing: true,
    excludeDefinition: true,
    excludeDeployment: true,
  });
  return !product.disabled;
}
