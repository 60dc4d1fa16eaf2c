/** What went wrong with a call to Ion, in the terms a caller decides on. */
export type IonErrorKind =
  /** 401 that a fresh access token did not cure. */
  | "unauthorized"
  | "forbidden"
  | "not-found"
  | "conflict"
  /** 412, for example an e-mail address that is taken; `info.entity` names the field. */
  | "precondition"
  /** 400 with Ion's ordinary error body. */
  | "invalid"
  /** 400 with order validation errors (COMM-VL-00x) in `info.errors`. */
  | "validation"
  | "method-not-allowed"
  | "rate-limited"
  /** 500 on a read. */
  | "server"
  /** 502, 503, 504 on a read: Ion or a proxy in front of it is down. */
  | "unavailable"
  /** A read that got no answer in time. */
  | "timeout"
  /** Too many calls wait for Ion already, or this one waited until its time was over. It certainly never left. */
  | "slow"
  /** No connection, or one that broke during a read. */
  | "network"
  /** A read whose answer makes no sense; `info.field` says where. */
  | "bad-answer"
  /** A write without a clear answer: it may or may not have happened. Look before sending it again. */
  | "outcome-unknown"
  /** The refresh token is spent or expired; a person has to paste a new one. */
  | "connection-lost"
  | "aborted";

/**
 * How far a request got: `no` = certainly never left, `maybe` = bytes may have reached Ion but no clear answer came,
 * `answered` = Ion answered and the answer was understood.
 */
export type IonRequestSent = "no" | "maybe" | "answered";

export interface IonErrorDetail {
  /** Ion's code, trimmed: `COMM-VL-001`, `CUS-CR-001`. */
  code: string;
  detail: string;
  /** The attribute or field the detail is about, when Ion names one. */
  attribute?: string;
}

export interface IonErrorInfo {
  /** The client's name of the call, for example `orders.create`. */
  operation: string;
  method: string;
  /** Path without the query. */
  path: string;
  status?: number;
  requestId?: string;
  /** Ion's error word, for example `FAILED_PRECONDITION`. */
  ionCode?: string;
  /** Ion's own sentence, secrets removed. Not meant for the screen as it is. */
  message?: string;
  /** The field a 412 refers to. */
  entity?: string;
  errors?: IonErrorDetail[];
  /** Place in the answer that made no sense, for example `orders[2].total`. */
  field?: string;
  retryAfterSeconds?: number;
  /** Set when the portal itself held the call back: Ion has not been answering, or too many calls wait already. */
  refusedBy?: "circuit" | "queue";
  sent: IonRequestSent;
}

const BRAND = Symbol.for("ion-reseller-portal.IonError");

/** Every failure of `lib/ion` except a programming mistake. Holds no secret and no answer body. */
export class IonError extends Error {
  override readonly name = "IonError";
  readonly [BRAND] = true;
  readonly kind: IonErrorKind;
  readonly info: IonErrorInfo;

  constructor(kind: IonErrorKind, info: IonErrorInfo, cause?: unknown) {
    super(sentence(kind, info), cause === undefined ? undefined : { cause });
    this.kind = kind;
    this.info = info;
  }

  /**
   * `instanceof` goes by a brand, not by the prototype: Next bundles this module more than once (start-up code, pages,
   * route handlers), and a client that one bundle keeps on globalThis throws its own copy of the class in another.
   */
  static override [Symbol.hasInstance](value: unknown): value is IonError {
    return typeof value === "object" && value !== null && BRAND in value;
  }

  /** True when a write may have taken effect although this error was thrown. */
  get mayHaveHappened(): boolean {
    return this.kind === "outcome-unknown";
  }
}

/** Narrow an unknown error, optionally to some kinds. */
export function isIonError(error: unknown, ...kinds: IonErrorKind[]): error is IonError {
  return error instanceof IonError && (kinds.length === 0 || kinds.includes(error.kind));
}

/** True for a read whose answer was larger than the client takes: fewer rows may fit. */
export function isTooLarge(error: unknown): boolean {
  if (!isIonError(error, "bad-answer")) return false;
  const { cause } = error;
  return typeof cause === "object" && cause !== null && "reason" in cause && cause.reason === "too-large";
}

function sentence(kind: IonErrorKind, info: IonErrorInfo): string {
  const parts = [`Ion ${info.operation}: ${kind}`];
  if (info.status !== undefined) parts.push(`HTTP ${info.status}`);
  if (info.field) parts.push(`at ${info.field}`);
  if (info.message) parts.push(info.message);
  if (info.requestId) parts.push(`request ${info.requestId}`);
  return parts.join(", ");
}
