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

/** JSON log on stdout. Give it ids and outcomes, never bodies: redaction is the second line of defence. */
export const log = pino({
  level: process.env.LOG_LEVEL || "info",
  base: undefined,
  redact: { paths: SECRET_PATHS, censor: "[redacted]" },
});
