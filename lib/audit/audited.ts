import "server-only";
import { AppError } from "@/lib/errors";
import { IonError } from "@/lib/ion/errors";
import { type AuditActor, type AuditEntry, recordAudit } from "./record";

/** How a thrown error reads in the log: refused by a rule or by Ion, unknown when a write got no answer, failed otherwise. */
function outcomeOf(error: unknown): Pick<AuditEntry, "outcome" | "ionRequestId"> {
  if (error instanceof AppError) return { outcome: "refused" };
  if (!(error instanceof IonError)) return { outcome: "failed" };
  const ionRequestId = error.info.requestId;
  if (error.kind === "outcome-unknown") return { outcome: "unknown", ionRequestId };
  return { outcome: error.info.sent === "answered" ? "refused" : "failed", ionRequestId };
}

/** Runs a command and appends it to the audit log with its outcome, whether it returns or throws. */
export async function audited<T>(
  actor: AuditActor,
  entry: Omit<AuditEntry, "outcome" | "ionRequestId">,
  command: () => Promise<T>,
): Promise<T> {
  let result: T;
  try {
    result = await command();
  } catch (error) {
    await recordAudit(actor, { ...entry, ...outcomeOf(error) });
    throw error;
  }
  // Outside: an entry that can't be written is no failure of the command, and must not be noted as one.
  await recordAudit(actor, { ...entry, outcome: "done" });
  return result;
}
