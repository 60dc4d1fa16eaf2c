import type { Dispatcher } from "undici";
import { isRead, nameOf, type ReadBody, readAnswer, readWith } from "./answer";
import type { IonCall, IonTransport } from "./call";
import { isSilence, notAnswered } from "./call-failure";
import { CircuitOpenError } from "./circuit-breaker";
import { IonError, type IonErrorKind, type IonRequestSent, isIonError, isTooLarge } from "./errors";
import { type HttpAnswer, sendOnce } from "./http";
import type { Lane } from "./lanes";
import { sleep } from "./limiter";
import type { IonLimits } from "./limits";
import { redact, redactInPlace } from "./redact";
import { pauseBeforeRetry } from "./retry";
import type { AccessTokens } from "./tokens";
import type { Traffic } from "./traffic";

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
  /** Set when the portal itself held the attempt back, which says nothing new of Ion. */
  refusedBy?: "circuit" | "queue";
  /** The pause before the next attempt, when there is one. */
  retryInMs?: number;
}

export type IonRequestObserver = (event: IonRequestEvent) => void;

export interface TransportOptions {
  baseUrl: string;
  tokens: AccessTokens;
  dispatcher: Dispatcher;
  limits: IonLimits;
  traffic: Traffic;
  /** For passes over lists: their reads have a lane of their own. */
  background?: boolean;
  onRequest?: IonRequestObserver;
}

const USER_AGENT = "ion-reseller-portal";
/** The 403 that a dead token may hide behind (D4). */
const DENIED_ACCOUNT = /permission denied to access accounts\//i;

interface Attempted {
  body: ReadBody;
  status: number;
}

/** Sends calls to Ion: tokens, turns, timeouts, retries, removal of secrets, and one kind of error for all that fails. */
export function createTransport(
  options: TransportOptions,
): IonTransport & { probe(spec: IonCall<unknown>): Promise<boolean> } {
  const { tokens, dispatcher, limits } = options;
  const { lanes, breaker, retries } = options.traffic;
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
    let met: IonError | undefined;
    retries.earn();
    for (let attempt = 1; ; attempt += 1) {
      const startedAt = performance.now();
      try {
        await passBreaker(spec, signal);
        const done = await attemptOnce(spec, signal);
        breaker.succeeded();
        observe(spec, { attempt, startedAt, status: done.status, sent: "answered" });
        return done;
      } catch (error) {
        if (!isIonError(error)) throw error;
        countFailure(error);
        const retryInMs = pauseAfter(spec, error, attempt, endsAt - Date.now());
        const { status, requestId, sent, refusedBy } = error.info;
        observe(spec, {
          attempt,
          startedAt,
          status,
          requestId,
          sent,
          failure: error.kind,
          refusedBy,
          retryInMs,
        });
        // What was met before the breaker opened says more than that it did.
        if (met && refusedBy) throw met;
        if (retryInMs === undefined || signal.aborted) throw error;
        met = error;
        await sleep(retryInMs, signal).catch(() => undefined);
        // The failure that was met says more than the abort that ended the wait for another try.
        if (signal.aborted) throw error;
      }
    }
  }

  async function passBreaker(spec: IonCall<unknown>, signal: AbortSignal): Promise<void> {
    try {
      await breaker.admit(signal);
    } catch (error) {
      throw notAnswered(spec, error);
    }
  }

  function countFailure({ kind, info }: IonError): void {
    if (info.refusedBy || kind === "slow" || kind === "aborted" || kind === "connection-lost") return;
    if (isSilence(kind, info.status)) breaker.failed();
    // A 500 or an answer without sense may be about one broken record: it says nothing of the rest.
    else if (info.sent === "answered" && kind !== "server" && kind !== "bad-answer") breaker.succeeded();
  }

  function pauseAfter(spec: IonCall<unknown>, error: IonError, attempt: number, remainingMs: number) {
    const { kind, info } = error;
    const retryAfterMs = info.retryAfterSeconds === undefined ? null : info.retryAfterSeconds * 1000;
    if (kind === "rate-limited" && retryAfterMs !== null) {
      lanes.pause(Math.min(retryAfterMs, limits.retryAfterMaxMs));
    }
    const failed = {
      method: spec.method,
      mayRepeat: spec.retry !== false && !isTooLarge(error),
      kind,
      sent: info.sent,
      understood: info.field !== undefined,
      retryAfterMs,
      attempt,
      remainingMs,
    } as const;
    const pause = pauseBeforeRetry(failed, limits);
    if (pause === null) return undefined;
    // An Ion that says "slower" is waited for, which multiplies nothing.
    return kind === "rate-limited" || retries.spend() ? pause : undefined;
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
      return await inLane(
        spec,
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

  function inLane<T>(spec: IonCall<unknown>, task: () => Promise<T>, signal: AbortSignal): Promise<T> {
    // The slots may be full of calls that Ion does not answer; finding out whether it does must not wait for them.
    if (spec.probe) return task();
    const lane: Lane = !isRead(spec) ? "write" : options.background ? "background" : "read";
    return lanes.run(
      lane,
      async () => {
        // It may have opened while this call waited for its turn.
        if (breaker.state() === "open") throw new CircuitOpenError("Ion stopped answering.");
        return task();
      },
      signal,
    );
  }

  /** Asks once, past the breaker. True when Ion said anything, and when it can't be asked for want of a token. */
  async function probe(spec: IonCall<unknown>): Promise<boolean> {
    const startedAt = performance.now();
    const signal = spec.signal ?? AbortSignal.timeout(limits.readDeadlineMs);
    try {
      const { status } = await attemptOnce({ ...spec, probe: true }, signal);
      observe(spec, { attempt: 1, startedAt, status, sent: "answered" });
      return true;
    } catch (error) {
      if (!isIonError(error)) return false;
      const { status, requestId, sent } = error.info;
      observe(spec, { attempt: 1, startedAt, status, requestId, sent, failure: error.kind });
      return !isSilence(error.kind, status) && error.kind !== "slow" && error.kind !== "aborted";
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

  return { call, callExposing, probe };
}

type ObservedAttempt = Omit<IonRequestEvent, "operation" | "method" | "path" | "durationMs"> & {
  startedAt: number;
};

function queryString(query: IonCall<unknown>["query"]): string {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(query ?? {})) {
    if (value !== undefined && value !== null && value !== "") search.set(name, String(value));
  }
  const text = search.toString();
  return text ? `?${text}` : "";
}
