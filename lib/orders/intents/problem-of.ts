import type { IntentProblem } from "@/lib/db/schema/order-intents";
import { AppError } from "@/lib/errors";
import { isIonError } from "@/lib/ion/errors";

/** Why an intent is where it is, as it is kept: a short reason, and what a person is told. */
export function problemOf(error: unknown): { reason: string; problem: IntentProblem } {
  if (error instanceof AppError) {
    const { code, params, fieldErrors } = error;
    return { reason: code, problem: { code, params, ...(fieldErrors ? { fieldErrors } : {}) } };
  }
  if (isIonError(error)) {
    const params: IntentProblem["params"] =
      error.info.message === undefined ? {} : { detail: error.info.message };
    const code = `ION_${error.kind.replaceAll("-", "_").toUpperCase()}`;
    return { reason: error.kind, problem: { code, params } };
  }
  return { reason: "portal-error", problem: { code: "ORDER_NOT_SENT", params: {} } };
}
