import "server-only";
import { getTranslations } from "next-intl/server";
import { IonError } from "@/lib/ion/errors";
import { APP_ERROR_STATUS, AppError, type FieldErrors } from "./errors";
import { serverTexts } from "./i18n/server-texts";
import { log } from "./log";
import { currentWork, newWorkId } from "./observe/work";

/** All that a screen learns of an error. */
export type UserFacingError = {
  /** A code of ours, or `ION_` and the kind of Ion's error in capitals; stable, for tests and branches. */
  code: string;
  /** What is now true, why, and what to do; in the reader's language. */
  message: string;
  /** To quote to support: Ion's request id when there is one, else that of the browser's request; both stand in the log. */
  reference: string;
  fieldErrors?: FieldErrors;
};

/** HTTP status of a route handler's answer for this error. */
export function statusOf(error: unknown): number {
  if (error instanceof AppError) return APP_ERROR_STATUS[error.code];
  if (!(error instanceof IonError)) return 500;
  switch (error.kind) {
    case "not-found":
      return 404;
    case "forbidden":
      return 403;
    case "conflict":
    case "precondition":
      return 409;
    case "invalid":
    case "validation":
      return 422;
    case "rate-limited":
    case "unavailable":
    case "slow":
    case "network":
    case "connection-lost":
      return 503;
    case "timeout":
      return 504;
    default:
      return 502;
  }
}

/**
 * The one place that turns any error into words. Unknown errors get a fixed sentence and a log entry under the same
 * reference; nothing of the error itself leaves the server.
 */
export async function toUserFacing(error: unknown): Promise<UserFacingError> {
  const t = await getTranslations("errors");
  if (error instanceof AppError) {
    return {
      code: error.code,
      message: t(error.code, error.params),
      reference: newReference(),
      ...(error.fieldErrors ? { fieldErrors: error.fieldErrors } : {}),
    };
  }
  const reference = (error instanceof IonError && error.info.requestId) || newReference();
  if (error instanceof IonError) {
    log.warn({ event: "ion-error", kind: error.kind, reference, ...safeInfo(error) }, "Ion call failed");
    const key = `ION_${error.kind.replaceAll("-", "_").toUpperCase()}`;
    const detail = error.info.message ?? "";
    return { code: key, message: t.has(key) ? t(key, { detail }) : t("UNEXPECTED"), reference };
  }
  log.error({ event: "unexpected-error", reference, err: error }, "unexpected error");
  return { code: "UNEXPECTED", message: t("UNEXPECTED"), reference };
}

/** The text of a problem that was kept by its code and parameters, in the reader's language. */
export async function sayProblem(code: string, params: Record<string, string | number>): Promise<string> {
  const t = await serverTexts("errors");
  return t.has(code) ? t(code, { detail: "", ...params }) : t("UNEXPECTED");
}

function newReference(): string {
  return currentWork()?.id ?? newWorkId();
}

function safeInfo({ info }: IonError) {
  return { operation: info.operation, status: info.status, ionCode: info.ionCode, sent: info.sent };
}
