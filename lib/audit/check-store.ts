import "server-only";
import { and, desc, eq, lt, sql } from "drizzle-orm";
import { getDb } from "@/lib/db/client";
import { auditChecks } from "@/lib/db/schema/audit";
import type { Anchor, ChainResult } from "./chain-finding";

export type AuditCheck = typeof auditChecks.$inferSelect;

/** A check that tells of no progress for so long has died with its process. */
export const ABANDONED_AFTER_MS = 120_000;
/** Heads of earlier checks that a new one holds the chain against. */
const ANCHORS = 1_000;

/**
 * Notes down that a check begins; undefined when one of this account is under way. One that was abandoned is closed as
 * failed.
 */
export async function openCheck(
  accountId: string,
  by: Pick<AuditCheck, "trigger" | "requestedBy">,
): Promise<AuditCheck | undefined> {
  const db = await getDb();
  await db
    .update(auditChecks)
    .set({ state: "failed", finishedAt: sql`now()` })
    .where(
      and(
        eq(auditChecks.accountId, accountId),
        eq(auditChecks.state, "running"),
        lt(auditChecks.progressAt, new Date(Date.now() - ABANDONED_AFTER_MS).toISOString()),
      ),
    );
  const [check] = await db
    .insert(auditChecks)
    .values({ accountId, ...by, state: "running" })
    .onConflictDoNothing()
    .returning();
  return check;
}

/** The check while it is under way. */
export async function findRunning(checkId: string): Promise<AuditCheck | undefined> {
  const db = await getDb();
  const [check] = await db
    .select()
    .from(auditChecks)
    .where(and(eq(auditChecks.id, checkId), eq(auditChecks.state, "running")));
  return check;
}

/** How far a check is. */
export async function noteProgress(
  checkId: string,
  progress: { rows: number; expected: number },
): Promise<void> {
  const db = await getDb();
  await db
    .update(auditChecks)
    .set({ ...progress, progressAt: sql`now()` })
    .where(eq(auditChecks.id, checkId));
}

/** Closes a check with what it came to; null when it could not be carried through. */
export async function closeCheck(checkId: string, result: ChainResult | null): Promise<void> {
  const db = await getDb();
  await db
    .update(auditChecks)
    .set({
      state: result === null ? "failed" : result.finding ? "broken" : "unbroken",
      ...(result ?? {}),
      progressAt: sql`now()`,
      finishedAt: sql`now()`,
    })
    .where(eq(auditChecks.id, checkId));
}

/** The heads that earlier checks found at the end of an unbroken chain. */
export async function readAnchors(accountId: string): Promise<Anchor[]> {
  const db = await getDb();
  const found = await db
    .select({ sequence: auditChecks.headSequence, hash: auditChecks.headHash })
    .from(auditChecks)
    .where(and(eq(auditChecks.accountId, accountId), eq(auditChecks.state, "unbroken")))
    .orderBy(desc(auditChecks.startedAt))
    .limit(ANCHORS);
  return found.flatMap(({ sequence, hash }) => (sequence && hash ? [{ sequence, hash }] : []));
}
