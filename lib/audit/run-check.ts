import "server-only";
import { z } from "zod";
import { log } from "@/lib/log";
import type { Anchor, ChainResult } from "./chain-finding";
import { checkChain } from "./check-chain";
import { type AuditCheck, closeCheck, findRunning, noteProgress, readAnchors } from "./check-store";

/** What a job of the check queue says. */
export const auditCheckJobSchema = z.object({ checkId: z.uuid() });

const TELL_EVERY_MS = 1_000;

/** Runs a check that a person has asked for. */
export async function runAuditCheckJob(data: unknown, signal: AbortSignal): Promise<void> {
  const check = await findRunning(auditCheckJobSchema.parse(data).checkId);
  if (check) await runCheck(check, { signal });
}

/**
 * Carries an opened check through: tells how far it is, keeps what it came to, and sounds the alarm (`audit-chain-broken`
 * in the log) when the chain is not as it was written. `anchors` are held against it besides those of earlier checks.
 */
export async function runCheck(
  { id, accountId }: Pick<AuditCheck, "id" | "accountId">,
  { signal, anchors = [] }: { signal?: AbortSignal; anchors?: readonly Anchor[] } = {},
): Promise<ChainResult> {
  let told = 0;
  try {
    const result = await checkChain(accountId, {
      anchors: [...(await readAnchors(accountId)), ...anchors],
      ...(signal ? { signal } : {}),
      onProgress: async (progress) => {
        if (Date.now() - told < TELL_EVERY_MS) return;
        told = Date.now();
        await noteProgress(id, progress);
      },
    });
    await closeCheck(id, result);
    if (result.finding)
      log.error(
        { event: "audit-chain-broken", accountId, checkId: id, finding: result.finding },
        "the audit log is not as it was written",
      );
    else
      log.info({ event: "audit-chain-checked", accountId, rows: result.rows }, "the audit log is unbroken");
    return result;
  } catch (error) {
    await closeCheck(id, null);
    log.warn({ err: error, event: "audit-check-failed", accountId }, "a check of the audit log broke off");
    throw error;
  }
}
