import * as s from "@/lib/shape";

/** How Ion is doing, as every page shows it. */
export const connectionViewSchema = s.object({
  /** "lost": there is no living token any more. */
  state: s.oneOf(["ok", "slow", "down", "lost", "unknown"]),
  /** ISO time of the call it was judged by; null when there was none. */
  asOf: s.string().nullable(),
  /** While it is down: since when Ion has not answered anybody of this account. ISO time. */
  since: s.string().nullable(),
  /** How the account's credentials are doing, which may be lost while Ion can still be used for a while. */
  token: s.object({
    state: s.oneOf(["none", "ok", "expiring", "lost"]),
    /** Until when Ion can still be used, when that is in sight. ISO time. */
    worksUntil: s.string().nullable(),
  }),
  /** Whether this person may bring new credentials. */
  mayRepair: s.boolean(),
});
export type ConnectionView = s.Infer<typeof connectionViewSchema>;

/** All that its page shows of an account's connection. Times are ISO; nothing of the tokens themselves. */
export const connectionDetailsSchema = s.object({
  ionAccountId: s.string(),
  state: s.oneOf(["none", "ok", "expiring", "lost"]),
  why: s.oneOf(["few-days", "renewal-fails"]).nullable(),
  worksUntil: s.string().nullable(),
  /** Whole days until the refresh token ends. */
  daysLeft: s.number().nullable(),
  refreshExpiresAt: s.string().nullable(),
  rotatedAt: s.string().nullable(),
  accessExpiresAt: s.string().nullable(),
  /** Ion's own words on why it is lost, or why the last renewal failed. */
  reason: s.string().nullable(),
  failingSince: s.string().nullable(),
  silentSince: s.string().nullable(),
  lastCall: s
    .object({ state: s.oneOf(["ok", "slow", "down"]), at: s.string(), durationMs: s.number() })
    .nullable(),
  check: s
    .object({
      at: s.string(),
      token: s.oneOf(["taken", "refused", "not-asked", "failed"]),
      read: s.oneOf(["answered", "failed", "not-asked"]),
      latencyMs: s.number().nullable(),
      accessExpiresInSeconds: s.number().nullable(),
      refreshExpiresInSeconds: s.number().nullable(),
      /** What Ion's failure means, in the reader's words. */
      problem: s.string().nullable(),
      ionRequestId: s.string().nullable(),
    })
    .nullable(),
});
export type ConnectionDetails = s.Infer<typeof connectionDetailsSchema>;
