import "server-only";
import type { Actor } from "@/lib/auth/actor";
import { AppError } from "@/lib/errors";
import { IonError } from "@/lib/ion/errors";
import { type AuditEntry, recordAudit } from "./record";

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
  actor: Actor,
  entry: Omit<AuditEntry, "outcome" | "ionRequestId">,
  command: () => Promise<T>,
): Promise<T> {
  try {
    const result = await command();
    await recordAudit(actor, { ...entry, outcome: "done" });
    return result;
  } catch (error) {
    await recordAudit(actor, { ...entry, ...outcomeOf(error) });
    throw error;
  }
}
