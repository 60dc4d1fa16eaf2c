import "server-only";
import { audited } from "@/lib/audit/audited";
import { requirePermission } from "@/lib/auth/require-permission";
import { AppError } from "@/lib/errors";
import { keepIonConnectionAlive } from "@/lib/ion/connect";
import { readConnectionDetails } from "./get-connection-details";
import type { ConnectionDetails } from "./schemas";

/**
 * Trades the account's tokens for new ones now instead of when it is time. Throws AppError CONNECTION_LOST when there is
 * nothing left to trade, IonError when Ion did not do it.
 */
export async function renewConnection(): Promise<ConnectionDetails> {
  const actor = await requirePermission("connection:manage");
  await audited(actor, { action: "connection:renew", resource: "connection" }, async () => {
    if (!(await keepIonConnectionAlive(actor.accountId, 0))) throw new AppError("CONNECTION_LOST");
  });
  return readConnectionDetails(actor.accountId);
}
