import type { z } from "zod";
import type { IonCall } from "./call";
import { IonError, type IonErrorInfo, type IonErrorKind } from "./errors";
import type { HttpAnswer } from "./http";
import { isRecord, parseAnswer } from "./json";
import { kindOfStatus, readErrorBody } from "./read-error";
import { redactText } from "./redact";
import { readRetryAfter } from "./retry";

/** An answer Ion meant, its secrets still in it: nobody but the transport sees this. */
export interface ReadBody {
  whole: unknown;
}

type AnyCall = Pick<IonCall<unknown>, "operation" | "method" | "path" | "effect" | "mayBeEmpty">;

/** A call that changes nothing when its answer gets lost. */
export function isRead(call: Pick<AnyCall, "method" | "effect">): boolean {
  return (call.effect ?? (call.method === "GET" ? "read" : "write")) === "read";
}

/** The part of an error's info that names the call. */
export function nameOf(call: AnyCall): Pick<IonErrorInfo, "operation" | "method" | "path"> {
  return { operation: call.operation, method: call.method, path: call.path };
}

/** Reads an answer's body, or throws the IonError that its status and body amount to. */
export function readAnswer(call: AnyCall, answer: HttpAnswer, accessToken: string): ReadBody {
  const body = readBody(call, answer);
  if (answer.status >= 200 && answer.status < 300 && body && !looksLikeError(body.whole)) return body;
  throw failedAnswer(call, answer, body, accessToken);
}

/** Reads a body with its call's schema. Throws IonError with the place that made no sense. */
export function readWith<T>(call: AnyCall, schema: z.ZodType<T>, body: unknown, status: number): T {
  const result = schema.safeParse(body);
  if (result.success) return result.data;
  const issue = result.error.issues[0];
  throw senseless(call, { status, field: fieldOf(issue?.path ?? []), message: issue?.message });
}

function readBody(call: AnyCall, { status, text }: HttpAnswer): ReadBody | null {
  if (text.trim() === "") return status === 204 || call.mayBeEmpty ? { whole: {} } : null;
  try {
    return { whole: parseAnswer(text) };
  } catch {
    return null;
  }
}

/** An error body under a 2xx would otherwise read as an empty list. */
function looksLikeError(body: unknown): boolean {
  return (
    isRecord(body) &&
    typeof body.error === "string" &&
    (body.code !== undefined || body.message !== undefined)
  );
}

function failedAnswer(
  call: AnyCall,
  answer: HttpAnswer,
  body: ReadBody | null,
  accessToken: string,
): IonError {
  const { status } = answer;
  const said = body && readErrorBody(body.whole);
  const retryAfterMs = readRetryAfter(answer.headers["retry-after"]);
  const info = {
    ...nameOf(call),
    status,
    requestId: said?.requestId ?? answer.headers["x-request-id"],
    ionCode: said?.ionCode,
    message: said?.message && redactText(said.message, [accessToken]),
    entity: said?.entity,
    errors: said?.errors.length ? said.errors : undefined,
    retryAfterSeconds: retryAfterMs === null ? undefined : Math.ceil(retryAfterMs / 1000),
  };
  const kind = status < 400 ? "bad-answer" : kindOfStatus(status, said?.errors ?? []);
  // No body is documented for these two, so none is needed to believe them; the same for a read that came too often.
  const clear =
    said !== null || status === 401 || status === 405 || (isRead(call) && (status === 429 || status >= 500));
  if (isRead(call)) return new IonError(clear ? kind : "bad-answer", { ...info, sent: "answered" });
  return clear && !mayHaveWorked(kind)
    ? new IonError(kind, { ...info, sent: "answered" })
    : new IonError("outcome-unknown", { ...info, sent: "maybe" });
}

/** For a write, a failure on Ion's side does not say that nothing happened. */
function mayHaveWorked(kind: IonErrorKind): boolean {
  return kind === "server" || kind === "unavailable" || kind === "timeout" || kind === "bad-answer";
}

/** Ion answered with a success that cannot be read: for a write, it most likely happened. */
export function senseless(call: AnyCall, details: Partial<IonErrorInfo>): IonError {
  const info = { ...nameOf(call), ...details };
  return isRead(call)
    ? new IonError("bad-answer", { ...info, sent: "answered" })
    : new IonError("outcome-unknown", { ...info, sent: "maybe" });
}

function fieldOf(path: readonly PropertyKey[]): string {
  let field = "";
  for (const part of path)
    field += typeof part === "number" ? `[${part}]` : `${field ? "." : ""}${String(part)}`;
  return field || "body";
}
