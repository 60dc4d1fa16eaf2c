import { z } from "zod";
import type { IonErrorDetail, IonErrorKind } from "./errors";
import { isRecord } from "./json";
import { code, listOf, text } from "./schemas/primitives";

/** What Ion's error bodies E1 to E4 say (CONTRACT.md section 0.1). */
export interface IonErrorBody {
  ionCode?: string;
  message?: string;
  requestId?: string;
  /** The field a 412 refers to. */
  entity?: string;
  errors: IonErrorDetail[];
}

const inner = z.object({ code, detail: text, attribute: code, name: code, field: code });

const detail = z.object({
  requestId: code,
  // Both spellings exist (D21).
  referenceEntity: code,
  reference_entity: code,
  code,
  detail: text,
  errors: listOf(inner),
});

const body = z.object({ error: text, message: text, details: listOf(detail) });

/** Reads an error body; null when it is not one of Ion's. Codes are trimmed: Ion sends `"COMM-VL-001 "` (D20). */
export function readErrorBody(json: unknown): IonErrorBody | null {
  if (!isRecord(json) || (json.error === undefined && json.message === undefined)) return null;
  const read = body.safeParse(json);
  if (!read.success)
    return typeof json.message === "string" ? { message: json.message, errors: [] } : { errors: [] };
  const { error, message, details } = read.data;
  const entity = first(details, (item) => item.referenceEntity ?? item.reference_entity);
  const errors = details.flatMap((item) => [
    ...item.errors.flatMap((each) => toDetail(each, each.attribute ?? each.name ?? each.field)),
    ...(item.code || item.detail ? toDetail(item, entity ?? null) : []),
  ]);
  return {
    ionCode: error ?? undefined,
    message: message ?? error ?? undefined,
    requestId: first(details, (item) => item.requestId),
    entity,
    errors,
  };
}

function toDetail(
  { code: errorCode, detail: sentence }: { code: string | null; detail: string | null },
  attribute: string | null,
): IonErrorDetail[] {
  if (!errorCode && !sentence) return [];
  const named = attribute ?? subjectOf(sentence);
  return [{ code: errorCode ?? "", detail: sentence ?? "", ...(named ? { attribute: named } : {}) }];
}

/** Ion's validation sentences begin with what they are about: "The 'domainName' attribute must be present …". */
function subjectOf(sentence: string | null): string | null {
  const subject = /^The '([\w.]+)'/.exec(sentence ?? "")?.[1];
  return subject?.split(".").at(-1) || null;
}

function first<T>(items: T[], pick: (item: T) => string | null): string | undefined {
  for (const item of items) {
    const found = pick(item);
    if (found) return found;
  }
  return undefined;
}

/** The kind of an answer with an error status, decided on the status alone (D19, D23) but for order validation. */
export function kindOfStatus(status: number, errors: IonErrorDetail[]): IonErrorKind {
  switch (status) {
    case 401:
      return "unauthorized";
    case 403:
      return "forbidden";
    case 404:
      return "not-found";
    case 405:
      return "method-not-allowed";
    case 408:
      return "timeout";
    case 409:
      return "conflict";
    case 412:
      return "precondition";
    case 429:
      return "rate-limited";
    case 500:
      return "server";
    default:
      if (status > 500) return "unavailable";
      return errors.length > 0 ? "validation" : "invalid";
  }
}
