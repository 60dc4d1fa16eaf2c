import type { Dispatcher } from "undici";
import { isRead, nameOf, type ReadBody, readAnswer, readWith } from "./answer";
import type { IonCall, IonTransport } from "./call";
import { IonError, type IonErrorKind, type IonRequestSent, isIonError, isTooLarge } from "./errors";
import { type HttpAnswer, HttpFailure, sendOnce } from "./http";
import { type Limiter, QueueFullError, sleep } from "./limiter";
import type { IonLimits } from "./limits";
import { redact, redactInPlace } from "./redact";
import { pauseBeforeRetry } from "./retry";
import type { AccessTokens } from "./tokens";

/** One attempt, for logs and metrics. */
export interface IonRequestEvent {
  operation: string;
  method: string;
  path: string;
  /** From 1. */
  attempt: number;
  durationMs: number;
  status?: number;
  /** Ion's request id, which only its error bodies carry. */
  requestId?: string;
  /** Undefined when the attempt succeeded. */
  failure?: IonErrorKind;
  sent: IonRequestSent;
  /** The pause before the next attempt, when there is one. */
  retryInMs?: number;
}

export type IonRequestObserver = (event: IonRequestEvent) => void;

export interface TransportOptions {
  baseUrl: string;
  tokens: AccessTokens;
  dispatcher: Dispatcher;
  limits: IonLimits;
  limiter: Limiter;
  onRequest?: IonRequestObserver;
}

const USER_AGENT = "ion-reseller-portal";
/** The 403 that a dead token may hide behind (D4). */
const DENIED_ACCOUNT = /permission denied to access accounts\//i;

interface Attempted {
  body: ReadBody;
  status: number;
}

/** Sends calls to Ion: tokens, slots, timeouts, retries, removal of secrets, and one kind of error for all that fails. */
export function createTransport(options: TransportOptions): IonTransport {
  const { tokens, dispatcher, limits, limiter } = options;
  const base = new URL(options.baseUrl);
  const prefix = base.pathname.replace(/\/+$/, "");

  async function call<T>(spec: IonCall<T>): Promise<T> {
    const { body, status } = await attemptAll(spec);
    return readWith(spec, spec.schema, redactInPlace(body.whole), status);
  }

  async function callExposing<T, E>(
    spec: IonCall<T>,
    expose: (body: unknown) => E,
  ): Promise<{ result: T; exposed: E }> {
    const { body, status } = await attemptAll(spec);
    const result = readWith(spec, spec.schema, redact(body.whole), status);
    return { result, exposed: expose(body.whole) };
  }

  async function attemptAll(spec: IonCall<unknown>): Promise<Attempted> {
    const deadlineMs = isRead(spec) ? limits.readDeadlineMs : limits.writeDeadlineMs;
    const endsAt = Date.now() + deadlineMs;
    const deadline = AbortSignal.timeout(deadlineMs);
    const signal = spec.signal ? AbortSignal.any([deadline, spec.signal]) : deadline;
    for (let attempt = 1; ; attempt += 1) {
      const startedAt = performance.now();
      try {
        const done = await attemptOnce(spec, signal);
        observe(spec, { attempt, startedAt, status: done.status, sent: "answered" });
        return done;
      } catch (error) {
        if (!isIonError(error)) throw error;
        const retryInMs = pauseAfter(spec, error, attempt, endsAt - Date.now());
        const { status, requestId, sent } = error.info;
        observe(spec, { attempt, startedAt, status, requestId, sent, failure: error.kind, retryInMs });
        if (retryInMs === undefined || signal.aborted) throw error;
        await sleep(retryInMs, signal).catch(() => undefined);
        // The failure that was met says more than the abort that ended the wait for another try.
        if (signal.aborted) throw error;
      }
    }
  }

  function pauseAfter(spec: IonCall<unknown>, error: IonError, attempt: number, remainingMs: number) {
    const { kind, info } = error;
    const retryAfterMs = info.retryAfterSeconds === undefined ? null : info.retryAfterSeconds * 1000;
    if (kind === "rate-limited" && retryAfterMs !== null) {
      limiter.pause(Math.min(retryAfterMs, limits.retryAfterMaxMs));
    }
    const failed = {
      method: spec.method,
      mayRepeat: spec.retry !== false && !(error.cause instanceof QueueFullError) && !isTooLarge(error),
      kind,
      sent: info.sent,
      understood: info.field !== undefined,
      retryAfterMs,
      attempt,
      remainingMs,
    } as const;
    return pauseBeforeRetry(failed, limits) ?? undefined;
  }

  /** One attempt, with one renewal of the access token inside it when Ion refuses the first one. */
  async function attemptOnce(spec: IonCall<unknown>, signal: AbortSignal): Promise<Attempted> {
    const token = await tokenFor(spec, signal);
    try {
      return await exchange(spec, token, signal);
    } catch (error) {
      if (!isIonError(error) || !(await isTokenRefusal(error, token, signal))) throw error;
      tokens.invalidate(token);
      return exchange(spec, await tokenFor(spec, signal), signal);
    }
  }

  async function isTokenRefusal(error: IonError, token: string, signal: AbortSignal): Promise<boolean> {
    if (error.kind === "unauthorized") return true;
    if (error.kind !== "forbidden" || !DENIED_ACCOUNT.test(error.info.message ?? "")) return false;
    return tokens.isDead(token, { signal });
  }

  async function exchange(spec: IonCall<unknown>, token: string, signal: AbortSignal): Promise<Attempted> {
    const answer = await send(spec, token, signal);
    return { body: readAnswer(spec, answer, token), status: answer.status };
  }

  async function send(spec: IonCall<unknown>, token: string, signal: AbortSignal): Promise<HttpAnswer> {
    const body = spec.body === undefined ? undefined : JSON.stringify(spec.body);
    try {
      return await limiter.run(
        () =>
          sendOnce(dispatcher, {
            origin: base.origin,
            method: spec.method,
            path: `${prefix}${spec.path}${queryString(spec.query)}`,
            headers: {
              accept: "application/json",
              "accept-encoding": "gzip, br",
              "user-agent": USER_AGENT,
              authorization: `Bearer ${token}`,
              ...(body === undefined ? {} : { "content-type": "application/json" }),
            },
            body,
            headersMs: isRead(spec) ? limits.readHeadersMs : limits.writeHeadersMs,
            bodyMs: limits.bodyMs,
            maxBodyBytes: spec.maxBodyBytes ?? limits.maxBodyBytes,
            signal,
          }),
        signal,
      );
    } catch (error) {
      throw notAnswered(spec, error);
    }
  }

  async function tokenFor(spec: IonCall<unknown>, signal: AbortSignal): Promise<string> {
    try {
      return await tokens.getAccessToken({ signal });
    } catch (error) {
      if (signal.aborted && error === signal.reason) throw notAnswered(spec, error);
      if (!isIonError(error)) throw error;
      // Whatever became of the token: this call itself never left.
      const kind = error.kind === "connection-lost" || error.kind === "network" ? error.kind : "unavailable";
      const { status, message } = error.info;
      throw new IonError(kind, { ...nameOf(spec), status, message, sent: "no" }, error);
    }
  }

  function observe(spec: IonCall<unknown>, { startedAt, ...event }: ObservedAttempt): void {
    try {
      const durationMs = Math.round(performance.now() - startedAt);
      options.onRequest?.({ ...nameOf(spec), ...event, durationMs });
    } catch {
      // An observer must not break a call, least of all a write that went through.
    }
  }

  return { call, callExposing };
}

type ObservedAttempt = Omit<IonRequestEvent, "operation" | "method" | "path" | "durationMs"> & {
  startedAt: number;
};

/** The error of an attempt that brought no whole answer. */
function notAnswered(spec: IonCall<unknown>, error: unknown): IonError {
  const name = nameOf(spec);
  if (error instanceof QueueFullError) {
    return new IonError("network", { ...name, sent: "no", message: error.message }, error);
  }
  if (!(error instanceof HttpFailure)) {
    // Still waiting for a slot or a token when the signal ended it.
    const kind = error instanceof Error && error.name === "TimeoutError" ? "timeout" : "aborted";
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

function queryString(query: IonCall<unknown>["query"]): string {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(query ?? {})) {
    if (value !== undefined && value !== null && value !== "") search.set(name, String(value));
  }
  const text = search.toString();
  return text ? `?${text}` : "";
}
