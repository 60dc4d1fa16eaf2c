import "server-only";
import type { Actor } from "@/lib/auth/actor";
import { getDb } from "@/lib/db/client";
import { auditLog } from "@/lib/db/schema/audit";

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

/** Appends one command to the audit log. The table refuses changes and deletions. */
export async function recordAudit(actor: Actor, entry: AuditEntry): Promise<void> {
  const db = await getDb();
  await db.insert(auditLog).values({ ...entry, accountId: actor.accountId, userId: actor.userId });
}
