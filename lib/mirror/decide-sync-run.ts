import "server-only";
import { and, eq, isNull, sql } from "drizzle-orm";
import { audited } from "@/lib/audit/audited";
import type { Actor } from "@/lib/auth/actor";
import { requirePermission } from "@/lib/auth/require-permission";
import { getDb } from "@/lib/db/client";
import { syncRuns } from "@/lib/db/schema/sync-runs";
import { AppError } from "@/lib/errors";
import type { SyncRun } from "./pass";
import { sendProgress } from "./progress";
import { dropPages } from "./run-store";
import { sendSync } from "./send-sync";
import type { SyncDecision } from "./sync-schemas";

/**
 * A person's decision about a run that was held for its implausible difference. `apply`: a job goes on with it. `discard`:
 * the mirror stays as it is, and the next pass asks Ion again. Throws AppError NOT_FOUND, or CONFLICT when somebody has
 * decided already.
 */
export async function decideSyncRun(input: { runId: string; decision: SyncDecision }): Promise<void> {
  const actor = await requirePermission("mirror:manage");
  const db = await getDb();
  const [run] = await db
    .select()
    .from(syncRuns)
    .where(and(eq(syncRuns.id, input.runId), eq(syncRuns.accountId, actor.accountId)));
  if (!run) throw new AppError("NOT_FOUND");
  const entry = {
    action: `mirror:${input.decision}`,
    resource: `mirror/${run.resource}/runs/${run.id}`,
    details: { missing: run.missing, updated: run.difference?.changed ?? 0 },
  };
  await audited(actor, entry, () => decide(actor, run, input.decision));
}

async function decide(actor: Actor, run: SyncRun, decision: SyncDecision): Promise<void> {
  const db = await getDb();
  const { accountId, userId } = actor;
  await db.transaction(async (tx) => {
    const decided = await tx
      .update(syncRuns)
      .set({
        decidedBy: userId,
        decidedAt: sql`now()`,
        ...(decision === "discard" ? { state: "discarded" as const, finishedAt: sql`now()` } : {}),
      })
      .where(and(eq(syncRuns.id, run.id), eq(syncRuns.state, "held"), isNull(syncRuns.decidedAt)))
      .returning({ id: syncRuns.id });
    if (decided.length === 0) throw new AppError("CONFLICT");
    if (decision === "discard") await dropPages(tx, run.id);
  });
  const { resource, pages, rows, expected } = run;
  const state = decision === "discard" ? "discarded" : "running";
  await sendProgress(accountId, {
    ...{ resource, state, pages, rows, expected },
    ...{ rowsPerSecond: null, secondsLeft: null },
  });
  if (decision === "apply") {
    await sendSync({ accountId, resource, kind: "full", trigger: "person", requestedBy: userId });
  }
}
