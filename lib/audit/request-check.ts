import "server-only";
import { requirePermission } from "@/lib/auth/require-permission";
import { AUDIT_CHECK_QUEUE, openQueue } from "@/lib/queue";
import { audited } from "./audited";
import { openCheck } from "./check-store";

/**
 * Asks for a check of the account's audit log; it runs as a job, in whichever replica runs jobs. While one is under way
 * this adds nothing to it. Throws AppError FORBIDDEN for all but the owner.
 */
export async function requestAuditCheck(): Promise<void> {
  const actor = await requirePermission("audit:read");
  const queue = await openQueue();
  await audited(actor, { action: "audit:check", resource: "audit" }, async () => {
    const check = await openCheck(actor.accountId, { trigger: "person", requestedBy: actor.userId });
    if (check) await queue.send(AUDIT_CHECK_QUEUE, { checkId: check.id }, { singletonKey: check.id });
  });
}
