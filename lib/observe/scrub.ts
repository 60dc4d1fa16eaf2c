import pino from "pino";
import { isSecretName, redactText } from "@/lib/ion/redact";

/** Names whose values never reach a log line, beside those of Ion's secrets (lib/ion/redact.ts). */
const PRIVATE_NAME =
  /authorization|cookie|e-?mail|phone|credential|^(first|last|user|contact)_?name$|^(auth|encryption)_/i;

const HIDDEN = "[redacted]";
const MAX_DEPTH = 8;

/**
 * An error without what it carries: a failed query's message repeats the values that were to be written, so the
 * database's own sentence stands in for it.
 */
export function withoutValues(error: unknown): unknown {
  if (!(error instanceof Error)) return error;
  if (!carriesValues(error)) return pino.stdSerializers.err(error);
  if (!isFailedQuery(error)) {
    const inner = Object(withoutValues(error.cause));
    return { type: error.name, message: `${error.message}: ${inner.message}`, stack: error.stack };
  }
  const cause = error.cause instanceof Error ? error.cause : undefined;
  return { type: error.name, message: cause?.message ?? "the query failed", stack: cause?.stack };
}

function isFailedQuery(error: Error): boolean {
  return "query" in error && "params" in error;
}

/** A failed query, or an error with one among its causes, which pino's serializer would write into its message. */
function carriesValues(error: Error): boolean {
  return isFailedQuery(error) || (error.cause instanceof Error && carriesValues(error.cause));
}

/** A copy of what a log line carries, without the values of secret and private names and without those in its texts. */
export function scrub(line: object): Record<string, unknown> {
  return scrubFields(line, 0);
}

function scrubFields(fields: object, depth: number): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(fields).map(([name, value]) => [
      name,
      isHidden(name, value) ? HIDDEN : scrubValue(value, depth),
    ]),
  );
}

function scrubValue(value: unknown, depth: number): unknown {
  if (typeof value === "string") return scrubText(value);
  if (typeof value !== "object" || value === null || value instanceof Date) return value;
  if (depth > MAX_DEPTH) return "[too deep]";
  if (Array.isArray(value)) return value.map((item) => scrubValue(item, depth + 1));
  if (value instanceof Error) return scrubFields(Object(withoutValues(value)), depth + 1);
  return scrubFields(value, depth + 1);
}

/** Flags, counts and durations are no secrets, whatever they are called. */
function isHidden(name: string, value: unknown): boolean {
  if (typeof value !== "string" && typeof value !== "object") return false;
  return value !== null && (PRIVATE_NAME.test(name) || isSecretName(name));
}

/**
 * A text without bearer tokens, `password=…`, session cookies, the password in a database's address, e-mail addresses and
 * the queries of addresses.
 */
export function scrubText(text: string): string {
  return redactText(text)
    .replace(/([\w.-]*(?:session|csrf)-token[\w.-]*)=[^;\s]+/gi, `$1=${HIDDEN}`)
    .replace(/:\/\/[^\s/:@]+:[^\s/@]+@/g, `://${HIDDEN}@`)
    .replace(/[\w.+%-]+@[\w-]+(\.[\w-]+)+/g, "[e-mail]")
    .replace(/(\/[\w./~%:@[\]-]*)\?[^\s"'<>)]+/g, "$1?[query]");
}
