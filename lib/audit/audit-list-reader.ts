import "server-only";
import { and, eq, type SQL } from "drizzle-orm";
import { getDb } from "@/lib/db/client";
import { auditLog } from "@/lib/db/schema/audit";
import { mirrorCustomers } from "@/lib/db/schema/mirror";
import { users } from "@/lib/db/schema/users";
import { all } from "@/lib/lists/conditions";
import { afterKey, keyOf, orderBy, type SortColumn } from "@/lib/lists/keyset";
import type { Keyed, ListReader } from "@/lib/lists/keyset-page";
import type { AuditRow } from "./audit-list-page";
import type { AuditListQuery } from "./audit-list-query";
import { auditOrder, matchingEntries } from "./audit-list-sql";

/** The log as this question asks for it. For callers that have authorised the person. */
export function auditListReader(accountId: string, query: AuditListQuery): ListReader<AuditRow> {
  const order = auditOrder(query);
  const matching = matchingEntries(accountId, query);
  return {
    scope: { accountId, list: "audit", sort: query.sort },
    read: (after, limit) =>
      readEntries(all(matching, after ? afterKey(order, after) : undefined), order, limit),
  };
}

/** Entries with the names of people and customers. For callers that have authorised the person. */
export async function readEntries(
  where: SQL | undefined,
  order: SortColumn[],
  limit: number,
): Promise<Keyed<AuditRow>[]> {
  const db = await getDb();
  const found = await db
    .select({
      sequence: auditLog.sequence,
      at: auditLog.at,
      userId: auditLog.userId,
      userName: users.name,
      action: auditLog.action,
      resource: auditLog.resource,
      customerId: auditLog.customerId,
      customerName: mirrorCustomers.organization,
      outcome: auditLog.outcome,
      reference: auditLog.ionRequestId,
      details: auditLog.details,
      hash: auditLog.hash,
      key: keyOf(order),
    })
    .from(auditLog)
    .leftJoin(users, and(eq(users.id, auditLog.userId), eq(users.accountId, auditLog.accountId)))
    .leftJoin(
      mirrorCustomers,
      and(eq(mirrorCustomers.accountId, auditLog.accountId), eq(mirrorCustomers.id, auditLog.customerId)),
    )
    .where(where)
    .orderBy(orderBy(order))
    .limit(limit);
  return found.map(({ key, at, userId, userName, customerId, customerName, ...entry }) => ({
    key,
    row: {
      ...entry,
      at: at.toISOString(),
      who: userId === null ? null : { id: userId, name: userName },
      customer: customerId === null ? null : { id: customerId, name: customerName },
    },
  }));
}
