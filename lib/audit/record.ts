import "server-only";
import { type Db, getDb } from "@/lib/db/client";
import { auditLog } from "@/lib/db/schema/audit";
import type { AuditOutcome } from "./audit-actions";

/** Whose log, and who did it; null is the portal by itself, or somebody who is not signed in. */
export type AuditActor = { accountId: string; userId: string | null };

export type AuditEntry = {
  /** `<domain>:<verb>`, for example `orders:place`; all of them are in audit-actions.ts. */
  action: string;
  /** What it was done to, as a path: `customers/10/carts/7`. */
  resource: string;
  outcome: AuditOutcome;
  ionRequestId?: string | undefined;
  /** Ids, amounts and codes only: no names, addresses, tokens or passwords. */
  details?: Record<string, unknown>;
};

/**
 * Appends one command to the audit log, where the database chains it to the entry before. With `db` it is part of that
 * transaction and goes when it is rolled back; let it be the transaction's last step and don't wait for anything outside
 * the database afterwards, since the account's next entry waits until it has ended.
 */
export async function recordAudit(
  actor: AuditActor,
  entry: AuditEntry,
  { db }: { db?: Pick<Db, "insert"> } = {},
): Promise<void> {
  const writer = db ?? (await getDb());
  const { accountId, userId } = actor;
  await writer.insert(auditLog).values({ ...entry, accountId, userId });
}
