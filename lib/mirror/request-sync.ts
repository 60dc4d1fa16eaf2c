import "server-only";
import { requirePermission } from "@/lib/auth/require-permission";
import { sendSync } from "./send-sync";
import type { SyncResource } from "./sync-schemas";

/**
 * Asks for a pass over one of Ion's lists, for everybody's sake; it runs as a job, in whichever replica runs jobs. Reads
 * only what changed where Ion can tell. While a pass is under way this adds nothing to it.
 */
export async function requestSync(resource: SyncResource): Promise<void> {
  const actor = await requirePermission("mirror:sync");
  await sendSync({
    accountId: actor.accountId,
    resource,
    kind: "incremental",
    trigger: "person",
    requestedBy: actor.userId,
  });
}
