import "server-only";
import { asc, eq, sql } from "drizzle-orm";
import { requirePermission } from "@/lib/auth/require-permission";
import { getDb } from "@/lib/db/client";
import { auditHeads, auditLog } from "@/lib/db/schema/audit";
import { users } from "@/lib/db/schema/users";
import { readKeysetPage } from "@/lib/lists/keyset-page";
import type { AuditListPage, AuditRow } from "./audit-list-page";
import type { AuditListQuery } from "./audit-list-query";
import { auditListReader, readEntries } from "./audit-list-reader";
import { auditOrder, isNarrowed, matchingEntries } from "./audit-list-sql";

/** As far as matches are counted. */
const COUNTED = 10_000;

/**
 * One page of the account's audit log, the first one with how many match. Throws AppError FORBIDDEN for all but the
 * owner, INVALID_INPUT (field `cursor`).
 */
export async function listAudit(query: AuditListQuery): Promise<AuditListPage> {
  const { accountId } = await requirePermission("audit:read");
  const [page, count] = await Promise.all([
    readKeysetPage(auditListReader(accountId, query), query),
    query.cursor === undefined ? countEntries(accountId, query) : { total: null, isMore: false },
  ]);
  return { ...page, ...count };
}

async function countEntries(
  accountId: string,
  query: AuditListQuery,
): Promise<{ total: number; isMore: boolean }> {
  const db = await getDb();
  if (!isNarrowed(query)) {
    // Without gaps the last place is the number of entries.
    const [head] = await db
      .select({ total: auditHeads.sequence })
      .from(auditHeads)
      .where(eq(auditHeads.accountId, accountId));
    return { total: head?.total ?? 0, isMore: false };
  }
  const matching = db
    .select({ sequence: auditLog.sequence })
    .from(auditLog)
    .where(matchingEntries(accountId, query))
    .limit(COUNTED + 1)
    .as("matching");
  const [row] = await db.select({ count: sql<number>`count(*)::integer` }).from(matching);
  const count = row?.count ?? 0;
  return { total: Math.min(count, COUNTED), isMore: count > COUNTED };
}

/** The entry at a place of the account's chain; null when there is none. Throws AppError FORBIDDEN for all but the owner. */
export async function findAuditEntry(sequence: number): Promise<AuditRow | null> {
  const { accountId } = await requirePermission("audit:read");
  const atPlace = sql`${auditLog.accountId} = ${accountId} and ${auditLog.sequence} = ${sequence}::bigint`;
  const [found] = await readEntries(atPlace, auditOrder({ sort: "at" }), 1);
  return found?.row ?? null;
}

/** The account's people, for the filter. Throws AppError FORBIDDEN for all but the owner. */
export async function listAuditPeople(): Promise<{ id: string; name: string }[]> {
  const { accountId } = await requirePermission("audit:read");
  const db = await getDb();
  return db
    .select({ id: users.id, name: users.name })
    .from(users)
    .where(eq(users.accountId, accountId))
    .orderBy(asc(users.name));
}
