import "server-only";
import { and, eq, gt, inArray, notExists } from "drizzle-orm";
import { getDb } from "@/lib/db/client";
import { auditChecks, auditHeads } from "@/lib/db/schema/audit";
import { openCheck } from "./check-store";
import { runCheck } from "./run-check";

/** Jobs run once at each start, too: a chain that was checked lately is left alone. */
const LATELY_MS = 20 * 60 * 60_000;

/** Checks the audit log of every account that has not been checked lately, one after the other. A daily job. */
export async function checkDueAuditLogs(): Promise<void> {
  const db = await getDb();
  const lately = db
    .select()
    .from(auditChecks)
    .where(
      and(
        eq(auditChecks.accountId, auditHeads.accountId),
        inArray(auditChecks.state, ["unbroken", "broken"]),
        gt(auditChecks.startedAt, new Date(Date.now() - LATELY_MS).toISOString()),
      ),
    );
  const due = await db.select({ accountId: auditHeads.accountId }).from(auditHeads).where(notExists(lately));
  for (const { accountId } of due) {
    const check = await openCheck(accountId, { trigger: "schedule", requestedBy: null });
    // What breaks off is in the log and in its row; the other accounts have their turn all the same.
    if (check) await runCheck(check).catch(() => undefined);
  }
}
