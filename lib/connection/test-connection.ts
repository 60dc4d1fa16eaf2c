import "server-only";
import { audited } from "@/lib/audit/audited";
import { requirePermission } from "@/lib/auth/require-permission";
import { checkConnection } from "@/lib/ion/connection-check";
import { readConnectionDetails } from "./get-connection-details";
import type { ConnectionDetails } from "./schemas";

/**
 * Asks Ion whether it takes the account's access token, and then for one customer; both answers are in what it returns. What
 * Ion refused is an answer, not an error. Throws IonError "connection-lost" when the account was never connected.
 */
export async function testConnection(): Promise<ConnectionDetails> {
  const actor = await requirePermission("connection:manage");
  await audited(actor, { action: "connection:test", resource: "connection" }, () =>
    checkConnection(actor.accountId),
  );
  return readConnectionDetails(actor.accountId);
}
