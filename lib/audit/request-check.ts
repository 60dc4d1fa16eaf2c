import "server-only";
import { requirePermission } from "@/lib/auth/require-permission";
import { AUDIT_CHECK_QUEUE, openQueue } from "@/lib/queue";
import { audited } from "./audited";
import { closeCheck, openCheck } from "./check-store";

/**
 * Asks for a check of the account's audit log; it runs as a job, in whichever replica runs jobs. While one is under way
 * this adds nothing to it. A check whose job can't be sent is closed as failed. Throws AppError FORBIDDEN for all but the owner.
 */
export async function requestAuditCheck(): Promise<void> {
  const actor = await requirePermission("audit:read");
  const queue = await openQueue();
  const check = await audited(actor, { action: "audit:check", resource: "audit" }, () =>
    openCheck(actor.accountId, { trigger: "person", requestedBy: actor.userId }),
  );
  if (!check) return;
  // Only now: a job begins at once, and what it looks through has to end with this very request.
  try {
    await queue.send(AUDIT_CHECK_QUEUE, { checkId: check.id }, { singletonKey: check.id });
  } catch (error) {
    await closeCheck(check.id, null);
    throw error;
  }
}
