import "server-only";
import { and, asc, eq, gte, sql } from "drizzle-orm";
import { getDb } from "@/lib/db/client";
import { auditHeads, auditLog } from "@/lib/db/schema/audit";
import type { Anchor } from "./chain-finding";
import type { ChainedRow } from "./row-hash";

/** A row of a chain with the hash it was given. */
export type StoredRow = ChainedRow & { hash: string };

const BATCH = 2_000;

/** An account's rows from place `from` on in the chain's order, in batches: one query each, and none open in between. */
export async function* readChain(accountId: string, from: number): AsyncGenerator<StoredRow[]> {
  const db = await getDb();
  let last = { sequence: from, id: "-1" };
  while (true) {
    const rows: StoredRow[] = await db
      .select({
        id: sql<string>`${auditLog.id}::text`,
        sequence: sql<string>`${auditLog.sequence}::text`,
        at: sql<string>`to_char(${auditLog.at} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')`,
        accountId: sql<string>`${auditLog.accountId}::text`,
        userId: sql<string | null>`${auditLog.userId}::text`,
        action: auditLog.action,
        resource: auditLog.resource,
        outcome: sql<string>`${auditLog.outcome}`,
        ionRequestId: auditLog.ionRequestId,
        details: sql<string>`${auditLog.details}::text`,
        hash: auditLog.hash,
      })
      .from(auditLog)
      .where(
        and(
          eq(auditLog.accountId, accountId),
          gte(auditLog.sequence, last.sequence),
          sql`(${auditLog.sequence}, ${auditLog.id}) > (${last.sequence}::bigint, ${last.id}::bigint)`,
        ),
      )
      .orderBy(asc(auditLog.sequence), asc(auditLog.id))
      .limit(BATCH);
    const end = rows.at(-1);
    if (!end) return;
    yield rows;
    last = { sequence: Number(end.sequence), id: end.id };
  }
}

/** The end of the chain as it is kept apart, and the last row's place: of one moment. Null and 0 where there is none. */
export async function readEnds(accountId: string): Promise<{ head: Anchor | null; lastRow: number }> {
  const db = await getDb();
  const [ends] = await db
    .select({
      sequence: auditHeads.sequence,
      hash: auditHeads.hash,
      lastRow: sql<string>`ends.last`,
    })
    .from(
      sql`(select coalesce(max(${auditLog.sequence}), 0) as last from ${auditLog} where ${auditLog.accountId} = ${accountId}) ends`,
    )
    .leftJoin(auditHeads, eq(auditHeads.accountId, accountId));
  const { sequence, hash, lastRow } = ends ?? { sequence: null, hash: null, lastRow: "0" };
  return {
    head: sequence === null || hash === null ? null : { sequence, hash },
    lastRow: Number(lastRow),
  };
}
