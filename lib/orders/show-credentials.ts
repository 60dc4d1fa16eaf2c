import "server-only";
import { audited } from "@/lib/audit/audited";
import { requirePermission } from "@/lib/auth/require-permission";
import { AppError } from "@/lib/errors";
import { connectIon } from "@/lib/ion/connect";
import { freeCredentialView, takeCredentialView } from "./credential-views";
import { whoOrdered } from "./who-ordered";

/** The administrator of a new tenant. On the screen of one person, once; nowhere else. */
export type ShownCredentials = { userName: string | null; password: string }[];

/**
 * Shows the new tenant's administrator to the person who ordered it through this portal, once. The view is taken before
 * Ion is asked, so that of two requests one gets nothing; it is given back when Ion did not answer with credentials.
 *
 * Throws AppError NOT_FOUND, CREDENTIALS_NOT_YOURS, CREDENTIALS_SHOWN, CREDENTIALS_NOT_READY, and IonError when Ion
 * could not be read: then nothing was shown, and it can be tried again. CONTRACT.md section 8, item 9.
 */
export async function showCredentials({
  customerId,
  orderId,
}: {
  customerId: string;
  orderId: string;
}): Promise<ShownCredentials> {
  const actor = await requirePermission("orders:read", customerId);
  const entry = { action: "orders:show-credentials", resource: `customers/${customerId}/orders/${orderId}` };
  return audited(actor, entry, async () => {
    const ordered = await whoOrdered(actor.accountId, customerId, orderId);
    if (ordered?.userId !== actor.userId) throw new AppError("CREDENTIALS_NOT_YOURS");
    if (!(await takeCredentialView(actor, orderId))) throw new AppError("CREDENTIALS_SHOWN");
    try {
      const ion = await connectIon(actor.accountId);
      const { items } = await ion.orders.readCredentials(customerId, orderId);
      if (items.length === 0) throw new AppError("CREDENTIALS_NOT_READY");
      return items.map(({ userName, password }) => ({ userName, password }));
    } catch (error) {
      await freeCredentialView(actor, orderId);
      throw error;
    }
  });
}
