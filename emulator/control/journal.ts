import { redactText } from "./redact";

/** One call as it happened. Bodies are raw here and redacted when they are shown. */
export type JournalEntry = {
  number: number;
  /** Emulator time. */
  at: string;
  /** Real time at which it came in, milliseconds since 1970. */
  startedAtMs: number;
  method: string;
  path: string;
  query: string;
  accountId: string | null;
  requestBody: string;
  /** HTTP status, or 0 when the connection was cut. */
  status: number;
  /** null when it was too long to keep. */
  responseBody: string | null;
  responseBytes: number;
  durationMs: number;
  requestId: string;
  /** What the caller sent as `x-request-id`; Ion documents no such header and this emulator does nothing else with it. */
  callerRequestId: string | null;
  faults: string[];
};

const KEPT_CALLS = 2_000;
const KEPT_BODY_LENGTH = 32_000;

export type Journal = {
  add(entry: Omit<JournalEntry, "number">): void;
  /** Newest last. Secrets are redacted unless `secrets` is set. */
  list(filter: {
    path?: RegExp;
    method?: string;
    limit?: number;
    after?: number;
    secrets?: boolean;
  }): unknown[];
  clear(): void;
};

export function createJournal(): Journal {
  let entries: JournalEntry[] = [];
  let last = 0;
  return {
    add(entry) {
      last += 1;
      const tooLong = entry.responseBody !== null && entry.responseBody.length > KEPT_BODY_LENGTH;
      entries.push({ ...entry, number: last, responseBody: tooLong ? null : entry.responseBody });
      if (entries.length > KEPT_CALLS * 1.2) entries = entries.slice(-KEPT_CALLS);
    },
    list({ path, method, limit = KEPT_CALLS, after = 0, secrets = false }) {
      return entries
        .filter((entry) => entry.number > after)
        .filter(
          (entry) => (!path || path.test(entry.path)) && (!method || entry.method === method.toUpperCase()),
        )
        .slice(-limit)
        .map((entry) => ({
          ...entry,
          requestBody: secrets ? readable(entry.requestBody) : redactText(entry.requestBody),
          responseBody: secrets ? readable(entry.responseBody ?? "") : redactText(entry.responseBody ?? ""),
        }));
    },
    clear() {
      entries = [];
    },
  };
}

function readable(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text || null;
  }
}
