import "server-only";
import { desc, eq } from "drizzle-orm";
import { requirePermission } from "@/lib/auth/require-permission";
import { getDb } from "@/lib/db/client";
import { auditChecks, auditHeads } from "@/lib/db/schema/audit";
import { users } from "@/lib/db/schema/users";
import type { AuditCheckView, AuditState } from "./audit-state-schema";
import { ABANDONED_AFTER_MS, type AuditCheck } from "./check-store";

const SHOWN = 10;

/** The end of the account's chain and its last checks. Throws AppError FORBIDDEN for all but the owner. */
export async function getAuditState(): Promise<AuditState> {
  const { accountId } = await requirePermission("audit:read");
  const db = await getDb();
  const [[head], checks] = await Promise.all([
    db
      .select({ sequence: auditHeads.sequence, hash: auditHeads.hash })
      .from(auditHeads)
      .where(eq(auditHeads.accountId, accountId)),
    db
      .select({ check: auditChecks, requestedBy: users.name })
      .from(auditChecks)
      .leftJoin(users, eq(users.id, auditChecks.requestedBy))
      .where(eq(auditChecks.accountId, accountId))
      .orderBy(desc(auditChecks.startedAt))
      .limit(SHOWN),
  ]);
  return {
    head: head ?? null,
    checks: checks.map(({ check, requestedBy }) => toView(check, requestedBy)),
  };
}

function toView(check: AuditCheck, requestedBy: string | null): AuditCheckView {
  const { id, trigger, startedAt, progressAt, finishedAt, rows, expected, headSequence, headHash, finding } =
    check;
  const abandoned = check.state === "running" && Date.now() - Date.parse(progressAt) > ABANDONED_AFTER_MS;
  return {
    id,
    state: abandoned ? "interrupted" : check.state,
    trigger,
    requestedBy,
    startedAt: new Date(startedAt).toISOString(),
    finishedAt: finishedAt && new Date(finishedAt).toISOString(),
    rows,
    expected,
    headSequence,
    headHash,
    finding,
  };
}
