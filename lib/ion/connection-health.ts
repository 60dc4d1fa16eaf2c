/** How an account's credentials are doing. */
export interface ConnectionHealth {
  /**
   * ok: they renew themselves. expiring: they still work and will not for long, unless a renewal works again or a person
   * brings new ones. lost: only a person can help. none: never connected.
   */
  state: "none" | "ok" | "expiring" | "lost";
  /** Why it is expiring. */
  why: "few-days" | "renewal-fails" | null;
  /** Until when Ion can still be used, when that is in sight; ISO 8601 UTC. Null with "lost": not any more. */
  worksUntil: string | null;
  /** Whole days until the refresh token ends; null when nobody knows. */
  daysLeft: number | null;
}

export interface ConnectionFacts {
  state: "none" | "ok" | "lost";
  accessExpiresAt: Date | null;
  refreshExpiresAt: Date | null;
  rotationFailingSince: Date | null;
}

/** A refresh token lives 32 days and is renewed after a week at most (CONTRACT.md section 1): with these left, something is wrong. */
const FEW_DAYS = 7;
/** A renewal that fails is tried again after a minute; the second failure is one too many. */
const FAILING_MS = 90_000;
const DAY_MS = 24 * 60 * 60 * 1000;

/** What the row of an account's connection says about it at a time. */
export function healthOf(facts: ConnectionFacts, now: Date): ConnectionHealth {
  const { state, accessExpiresAt, refreshExpiresAt, rotationFailingSince } = facts;
  const left = refreshExpiresAt === null ? null : refreshExpiresAt.getTime() - now.getTime();
  const daysLeft = left === null ? null : Math.max(0, Math.floor(left / DAY_MS));
  const accessLives = accessExpiresAt !== null && accessExpiresAt > now;
  const accessEnd = accessLives ? accessExpiresAt.toISOString() : null;
  if (state === "none") return { state, why: null, worksUntil: null, daysLeft: null };
  if (state === "lost") return { state, why: null, worksUntil: accessEnd, daysLeft: 0 };
  if (rotationFailingSince !== null && now.getTime() - rotationFailingSince.getTime() >= FAILING_MS) {
    return { state: "expiring", why: "renewal-fails", worksUntil: accessEnd, daysLeft };
  }
  if (daysLeft !== null && daysLeft < FEW_DAYS) {
    return {
      state: "expiring",
      why: "few-days",
      worksUntil: refreshExpiresAt?.toISOString() ?? null,
      daysLeft,
    };
  }
  return { state: "ok", why: null, worksUntil: null, daysLeft };
}
