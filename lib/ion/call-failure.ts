import { isRead, nameOf } from "./answer";
import type { IonCall } from "./call";
import { CircuitOpenError } from "./circuit-breaker";
import { IonError, type IonErrorKind } from "./errors";
import { HttpFailure } from "./http";
import { QueueFullError } from "./limiter";

/** No answer, or one of what stands before Ion: bad gateway, unavailable, timeout. */
export function isSilence(kind: IonErrorKind, status: number | undefined): boolean {
  if (kind === "network" || kind === "timeout" || kind === "unavailable") return true;
  return kind === "outcome-unknown" && (status === undefined || status > 500);
}

/** The error of an attempt that brought no whole answer. */
export function notAnswered(spec: IonCall<unknown>, error: unknown): IonError {
  const name = nameOf(spec);
  if (error instanceof QueueFullError) {
    return new IonError("slow", { ...name, sent: "no", refusedBy: "queue", message: error.message }, error);
  }
  if (error instanceof CircuitOpenError) {
    const info = { ...name, sent: "no", refusedBy: "circuit", message: error.message } as const;
    return new IonError("unavailable", info, error);
  }
  if (!(error instanceof HttpFailure)) {
    // Still waiting for a slot or a token when the signal ended it.
    const kind = error instanceof Error && error.name === "TimeoutError" ? "slow" : "aborted";
    return new IonError(kind, { ...name, sent: "no" }, error);
  }
  const { reason, status } = error;
  if (!error.mayHaveLeft) {
    return new IonError(reason === "aborted" ? "aborted" : "network", { ...name, sent: "no" }, error);
  }
  if (!isRead(spec)) return new IonError("outcome-unknown", { ...name, status, sent: "maybe" }, error);
  const kind = reason === "too-large" || reason === "unreadable" ? "bad-answer" : reason;
  return new IonError(kind, { ...name, status, sent: "maybe" }, error);
}
