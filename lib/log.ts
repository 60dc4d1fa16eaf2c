import "server-only";
import pino from "pino";

/** Paths whose values never reach a log line, whatever object carries them. */
const SECRET_PATHS = [
  "password",
  "token",
  "refreshToken",
  "accessToken",
  "authorization",
  "cookie",
  "email",
  "*.password",
  "*.token",
  "*.refreshToken",
  "*.accessToken",
  "*.authorization",
  "*.cookie",
  "*.email",
];

/**
 * An error without what it carries: a failed query's message repeats the values that were to be written, so the
 * database's own sentence stands in for it.
 */
export function withoutValues(error: unknown): unknown {
  if (!(error instanceof Error)) return error;
  if (!("query" in error && "params" in error)) return pino.stdSerializers.err(error);
  const cause = error.cause instanceof Error ? error.cause : undefined;
  return { type: error.name, message: cause?.message ?? "the query failed", stack: cause?.stack };
}

/** JSON log on stdout. Give it ids and outcomes, never bodies: redaction is the second line of defence. */
export const log = pino({
  level: process.env.LOG_LEVEL || "info",
  base: undefined,
  redact: { paths: SECRET_PATHS, censor: "[redacted]" },
  serializers: { err: withoutValues },
});
