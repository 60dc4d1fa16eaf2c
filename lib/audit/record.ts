import "server-only";
import { type Db, getDb } from "@/lib/db/client";
import { auditLog } from "@/lib/db/schema/audit";

/** Whose log, and who did it; null is the portal by itself. */
export type AuditActor = { accountId: string; userId: string | null };

export type AuditEntry = {
  /** `<domain>:<verb>`, for example `orders:place`. */
  action: string;
  /** What it was done to, as a path: `customers/10/carts/7`. */
  resource: string;
  outcome: "done" | "refused" | "failed" | "unknown";
  ionRequestId?: string | undefined;
  /** Ids, amounts and codes only: no names, addresses, tokens or passwords. */
  details?: Record<string, unknown>;
};

/**
 * Appends one command to the audit log. The table refuses changes and deletions. With `db`, a transaction, the entry is
 * there exactly when what it tells of is.
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
