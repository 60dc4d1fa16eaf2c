import { promisify } from "node:util";
import { brotliDecompress, gunzip, inflate } from "node:zlib";
import { Agent, type Dispatcher } from "undici";
import type { IonLimits } from "./limits";

export interface HttpRequest {
  /** Scheme, host and port. */
  origin: string;
  method: "GET" | "POST" | "PUT" | "DELETE";
  /** Path with its query. */
  path: string;
  headers: Record<string, string>;
  body?: string;
  headersMs: number;
  bodyMs: number;
  maxBodyBytes: number;
  signal: AbortSignal;
}

export interface HttpAnswer {
  status: number;
  /** Lower-case names; a repeated header is joined with a comma. */
  headers: Record<string, string>;
  text: string;
}

export type HttpFailureReason = "timeout" | "aborted" | "network" | "too-large" | "unreadable";

/** A request without a whole answer. */
export class HttpFailure extends Error {
  override readonly name = "HttpFailure";
  /** False only when not a byte of the request was written to a connection. */
  readonly mayHaveLeft: boolean;
  readonly reason: HttpFailureReason;
  /** Of the answer that broke off, when its headers had come. */
  readonly status: number | undefined;

  constructor(reason: HttpFailureReason, mayHaveLeft: boolean, status: number | undefined, cause: unknown) {
    super(`HTTP ${reason}`, { cause });
    this.reason = reason;
    this.mayHaveLeft = mayHaveLeft;
    this.status = status;
  }
}

const TIMEOUT_CODES = new Set([
  "UND_ERR_CONNECT_TIMEOUT",
  "UND_ERR_HEADERS_TIMEOUT",
  "UND_ERR_BODY_TIMEOUT",
  "ETIMEDOUT",
]);
const SLACK_CONNECTIONS = 4;

/** A keep-alive pool. HTTP/1.1 only: with one request a connection it is certain whether a request was written. */
export function createDispatcher(limits: IonLimits): Agent {
  return new Agent({
    allowH2: false,
    pipelining: 1,
    // More than the lanes let through, so that no request waits inside the pool, and a probe always finds one.
    connections:
      limits.concurrency + limits.writeConcurrency + limits.backgroundConcurrency + SLACK_CONNECTIONS,
    connect: { timeout: limits.connectMs },
    keepAliveTimeout: limits.keepAliveMs,
    keepAliveMaxTimeout: limits.keepAliveMs,
  });
}

/**
 * Sends one request and reads its whole answer, whatever the status. Redirects are not followed.
 * Throws HttpFailure, which says whether the request may have left.
 */
export async function sendOnce(dispatcher: Dispatcher, request: HttpRequest): Promise<HttpAnswer> {
  const { status, headers, body } = await dispatch(dispatcher, request);
  try {
    const plain = await decode(body, headers["content-encoding"], request.maxBodyBytes);
    return { status, headers, text: plain.toString("utf8").replace(/^\uFEFF/, "") };
  } catch (error) {
    const tooLarge = error instanceof Error && "code" in error && error.code === "ERR_BUFFER_TOO_LARGE";
    throw new HttpFailure(tooLarge ? "too-large" : "unreadable", true, status, error);
  }
}

function dispatch(dispatcher: Dispatcher, request: HttpRequest) {
  return new Promise<{ status: number; headers: Record<string, string>; body: Buffer }>((resolve, reject) => {
    const { signal } = request;
    let mayHaveLeft = false;
    let status: number | undefined;
    let headers: Record<string, string> = {};
    let received = 0;
    const chunks: Buffer[] = [];
    let abortRequest: ((reason: Error) => void) | undefined;

    const settle = () => signal.removeEventListener("abort", onAbort);
    const fail = (reason: HttpFailureReason, cause: unknown) => {
      settle();
      reject(new HttpFailure(reason, mayHaveLeft, status, cause));
    };
    const onAbort = () => {
      const reason = isTimeout(signal.reason) ? "timeout" : "aborted";
      fail(reason, signal.reason);
      abortRequest?.(signal.reason instanceof Error ? signal.reason : new Error("aborted"));
    };
    if (signal.aborted) return onAbort();
    signal.addEventListener("abort", onAbort, { once: true });

    dispatcher.dispatch(
      {
        origin: request.origin,
        path: request.path,
        method: request.method,
        headers: request.headers,
        body: request.body ?? null,
        headersTimeout: request.headersMs,
        bodyTimeout: request.bodyMs,
      },
      {
        // Called right before the request is written to its connection, and not earlier.
        onRequestStart(controller) {
          if (signal.aborted) return controller.abort(new Error("aborted before it was sent"));
          mayHaveLeft = true;
          abortRequest = (reason) => controller.abort(reason);
        },
        onResponseStart(_controller, statusCode, responseHeaders) {
          if (statusCode < 200) return;
          status = statusCode;
          headers = flatten(responseHeaders);
        },
        onResponseData(controller, chunk) {
          received += chunk.length;
          chunks.push(chunk);
          if (received > request.maxBodyBytes) {
            fail("too-large", new Error(`more than ${request.maxBodyBytes} bytes`));
            controller.abort(new Error("answer too large"));
          }
        },
        onResponseEnd() {
          settle();
          resolve({ status: status ?? 0, headers, body: Buffer.concat(chunks) });
        },
        onResponseError(_controller, error) {
          fail(reasonOf(error), error);
        },
      },
    );
  });
}

function flatten(headers: Record<string, string | string[] | undefined>): Record<string, string> {
  const flat: Record<string, string> = {};
  for (const [name, value] of Object.entries(headers)) {
    if (value !== undefined) flat[name.toLowerCase()] = Array.isArray(value) ? value.join(", ") : value;
  }
  return flat;
}

function reasonOf(error: Error): HttpFailureReason {
  const code = "code" in error ? error.code : undefined;
  if (code === "UND_ERR_RES_EXCEEDED_MAX_SIZE") return "too-large";
  return typeof code === "string" && TIMEOUT_CODES.has(code) ? "timeout" : "network";
}

function isTimeout(reason: unknown): boolean {
  return reason instanceof Error && reason.name === "TimeoutError";
}

async function decode(body: Buffer, encoding: string | undefined, maxBytes: number): Promise<Buffer> {
  const options = { maxOutputLength: maxBytes };
  switch (encoding?.trim().toLowerCase()) {
    case "gzip":
    case "x-gzip":
      return promisify<Buffer, object, Buffer>(gunzip)(body, options);
    case "deflate":
      return promisify<Buffer, object, Buffer>(inflate)(body, options);
    case "br":
      return promisify<Buffer, object, Buffer>(brotliDecompress)(body, options);
    default:
      return body;
  }
}
