import "server-only";
import type { Dispatcher } from "undici";
import { isIonError } from "@/lib/ion/errors";
import type { IonOAuth } from "@/lib/ion/oauth";
import type { IonRequestEvent } from "@/lib/ion/transport";
import { metrics } from "./metrics";
import { addSpan } from "./tracer";
import { currentWork } from "./work";

/** Attempts from here on are counted together. */
const LAST_COUNTED_ATTEMPT = 4;

/** Counts one attempt to call Ion and adds its span. Neither holds its path, its query or anything of its bodies. */
export function observeIonCall(event: IonRequestEvent): void {
  const { operation, durationMs, failure, attempt, status, sent, retryInMs } = event;
  const outcome = failure ?? "ok";
  const labels = {
    operation,
    outcome,
    attempt: attempt < LAST_COUNTED_ATTEMPT ? String(attempt) : `${LAST_COUNTED_ATTEMPT}+`,
  };
  const all = metrics();
  all?.ionCalls.inc(labels);
  all?.ionSeconds.observe(labels, durationMs / 1_000);
  if (retryInMs !== undefined) all?.ionRetries.inc({ operation, outcome });
  addSpan(`Ion ${operation}`, {
    durationMs,
    failure,
    attributes: {
      "ion.operation": operation,
      "ion.attempt": attempt,
      "ion.outcome": outcome,
      "ion.sent": sent,
      "http.request.method": event.method,
      ...(status === undefined ? {} : { "http.response.status_code": status }),
      ...(event.requestId === undefined ? {} : { "ion.request_id": event.requestId }),
    },
  });
}

/** Counts Ion's token endpoints like its other calls. */
export function observeOAuth(oauth: IonOAuth): IonOAuth {
  const observed = async <T>(operation: string, path: string, call: () => Promise<T>): Promise<T> => {
    const startedAt = performance.now();
    const seen = (rest: Pick<IonRequestEvent, "sent" | "status" | "failure">) =>
      observeIonCall({
        operation,
        path,
        method: "POST",
        attempt: 1,
        durationMs: performance.now() - startedAt,
        ...rest,
      });
    try {
      const answer = await call();
      seen({ sent: "answered" });
      return answer;
    } catch (error) {
      if (isIonError(error)) seen({ failure: error.kind, sent: error.info.sent, status: error.info.status });
      throw error;
    }
  };
  return {
    refresh: (...args) => observed("oauth.token", "/oauth/token", () => oauth.refresh(...args)),
    validateAccess: (...args) =>
      observed("oauth.validateAccess", "/oauth/validateAccess", () => oauth.validateAccess(...args)),
  };
}

/**
 * A dispatcher that tells Ion the id of the request or job it works for, as `x-request-id`. Ion documents no such header;
 * whoever keeps a log of the calls, such as a proxy, finds them by it.
 */
export function withRequestId(dispatcher: Dispatcher): Dispatcher {
  return dispatcher.compose((dispatch) => (options, handler) => {
    const id = currentWork()?.id;
    if (!id) return dispatch(options, handler);
    return dispatch({ ...options, headers: { ...recordOf(options.headers), "x-request-id": id } }, handler);
  });
}

/** Every call of the client gives its headers as a record (lib/ion/http.ts). */
function recordOf(headers: Dispatcher.DispatchOptions["headers"]): Record<string, string> {
  return Object.fromEntries(new Headers(headers as Record<string, string>));
}
