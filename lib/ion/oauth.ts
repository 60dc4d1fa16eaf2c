import type { Dispatcher } from "undici";
import { z } from "zod";
import { IonError } from "./errors";
import { createDispatcher, HttpFailure, sendOnce } from "./http";
import { isRecord, parseLossless } from "./json";
import { DEFAULT_LIMITS } from "./limits";
import { redactText } from "./redact";
import { code, integer } from "./schemas/primitives";

export interface IssuedTokens {
  accessToken: string;
  refreshToken: string;
  expiresInSeconds: number;
}

export interface IonTokenCheck {
  accessExpiresInSeconds: number | null;
  refreshExpiresInSeconds: number | null;
}

export interface IonOAuth {
  /**
   * Spends a refresh token for a new pair. Throws IonError: "connection-lost" when Ion refuses the token (E4),
   * "network" when the call certainly never left, "outcome-unknown" when the token may be spent.
   */
  refresh(refreshToken: string, options?: { signal?: AbortSignal }): Promise<IssuedTokens>;
  /** How long an access token lives; null when Ion says that it is dead. Throws IonError when Ion does not say. */
  validateAccess(accessToken: string, options?: { signal?: AbortSignal }): Promise<IonTokenCheck | null>;
}

export interface IonOAuthOptions {
  baseUrl: string;
  /** Sent as `redirect_uri` when given; Ion's documents disagree whether it is needed (D3). */
  redirectUri?: string;
  /** Longest wait for an answer, in milliseconds. Long: giving up on a slow answer of `/oauth/token` costs the token. */
  timeoutMs?: number;
  dispatcher?: Dispatcher;
}

const DEFAULT_TIMEOUT_MS = 20_000;
const MAX_ANSWER_BYTES = 64 * 1024;
const DEFAULT_LIFETIME_SECONDS = 7_200;

/** 400 is documented (E4); the vendor's SDK meets the other two as well. */
const REFUSALS = new Set([400, 401, 403]);

const issued = z.object({ access_token: code, refresh_token: code, expires_in: integer });
const checked = z.object({ access_expires_in: integer, refresh_expires_in: integer });

/** Ion's token endpoints (CONTRACT.md section 1). Their answers are all secrets: nothing of them goes into an error. */
export function createIonOAuth(options: IonOAuthOptions): IonOAuth {
  const base = new URL(options.baseUrl);
  const dispatcher: Dispatcher = options.dispatcher ?? createDispatcher(DEFAULT_LIMITS);
  const timeoutMs = options.timeoutMs ?? DEFAULT_TIMEOUT_MS;

  async function refresh(
    refreshToken: string,
    { signal }: { signal?: AbortSignal } = {},
  ): Promise<IssuedTokens> {
    const form: Record<string, string> = { grant_type: "refresh_token", refresh_token: refreshToken };
    if (options.redirectUri) form.redirect_uri = options.redirectUri;
    const fail = failureOf("oauth.token", "/oauth/token");
    const answer = await post("/oauth/token", form, fail, signal);
    if (answer.status >= 200 && answer.status < 300) {
      const read = issued.safeParse(answer.body);
      const { access_token, refresh_token, expires_in } = read.success ? read.data : {};
      if (access_token && refresh_token) {
        const expiresInSeconds = expires_in ?? DEFAULT_LIFETIME_SECONDS;
        return { accessToken: access_token, refreshToken: refresh_token, expiresInSeconds };
      }
      throw fail("outcome-unknown", "maybe", answer.status, "the answer holds no tokens");
    }
    // Ion's refusal has a JSON body; a proxy's page says nothing about the token.
    if (answer.message !== null && answer.status >= 400 && answer.status < 500) {
      const message = redactText(answer.message, [refreshToken]);
      throw fail(
        REFUSALS.has(answer.status) ? "connection-lost" : "unavailable",
        "answered",
        answer.status,
        message,
      );
    }
    throw fail("outcome-unknown", "maybe", answer.status);
  }

  async function validateAccess(
    accessToken: string,
    { signal }: { signal?: AbortSignal } = {},
  ): Promise<IonTokenCheck | null> {
    const fail = failureOf("oauth.validateAccess", "/oauth/validateAccess");
    const answer = await post("/oauth/validateAccess", { access_token: accessToken }, fail, signal);
    if (answer.status >= 200 && answer.status < 300) {
      const read = checked.safeParse(answer.body);
      if (!read.success) throw fail("bad-answer", "answered", answer.status);
      return {
        accessExpiresInSeconds: read.data.access_expires_in,
        refreshExpiresInSeconds: read.data.refresh_expires_in,
      };
    }
    if (answer.status === 400 || answer.status === 401) {
      if (answer.message !== null) return null;
    }
    throw fail(answer.status >= 500 ? "unavailable" : "bad-answer", "answered", answer.status);
  }

  async function post(path: string, form: Record<string, string>, fail: Failure, signal?: AbortSignal) {
    const deadline = AbortSignal.timeout(timeoutMs);
    try {
      const { status, text } = await sendOnce(dispatcher, {
        origin: base.origin,
        method: "POST",
        path: `${base.pathname.replace(/\/+$/, "")}${path}`,
        headers: { accept: "application/json", "content-type": "application/x-www-form-urlencoded" },
        body: new URLSearchParams(form).toString(),
        headersMs: timeoutMs,
        bodyMs: timeoutMs,
        maxBodyBytes: MAX_ANSWER_BYTES,
        signal: signal ? AbortSignal.any([deadline, signal]) : deadline,
      });
      const body = parse(text);
      return { status, body, message: messageOf(body) };
    } catch (error) {
      if (!(error instanceof HttpFailure)) throw error;
      throw fail(
        error.mayHaveLeft ? "outcome-unknown" : "network",
        error.mayHaveLeft ? "maybe" : "no",
        error.status,
      );
    }
  }

  return { refresh, validateAccess };
}

type Failure = ReturnType<typeof failureOf>;

function failureOf(operation: string, path: string) {
  return (
    kind: ConstructorParameters<typeof IonError>[0],
    sent: "no" | "maybe" | "answered",
    status?: number,
    message?: string,
  ) => new IonError(kind, { operation, method: "POST", path, sent, status, message });
}

function parse(text: string): unknown {
  try {
    return parseLossless(text);
  } catch {
    return null;
  }
}

function messageOf(body: unknown): string | null {
  if (!isRecord(body)) return null;
  const message = body.error_description ?? body.message ?? body.error;
  return typeof message === "string" ? message : null;
}
