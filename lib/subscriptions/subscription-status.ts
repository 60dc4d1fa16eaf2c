/** Where a subscription stands, one word for Ion's nineteen. CONTRACT.md section 3; the grouping is ours. */
export const SUBSCRIPTION_STATES = ["pending", "active", "suspended", "ended", "failed", "unknown"] as const;
export type SubscriptionState = (typeof SUBSCRIPTION_STATES)[number];

/** Ion's own words that have a text `subscriptions.status.<word>`; others are shown as they come. */
export const KNOWN_STATUSES = [
  "ACCEPTED",
  "ACTIVE",
  "AVAILABLE",
  "CANCELLED",
  "COMPLETE",
  "CONFIRMED",
  "DELETED",
  "DISABLED",
  "ENABLED",
  "ERROR",
  "EXPIRED",
  "FAILED",
  "INITIATED",
  "IN_PROGRESS",
  "PAUSED",
  "PENDING",
  "RUNNING",
  "STOPPED",
  "SUSPENDED",
] as const;
type KnownStatus = (typeof KNOWN_STATUSES)[number];

/** The key of a status's text; null for a word nobody knows. Ion writes either case and either spelling (D11, D13). */
export function statusWord(status: string | null): KnownStatus | null {
  const word = status?.trim().toUpperCase();
  const spelled = word === "CANCELED" ? "CANCELLED" : word;
  return KNOWN_STATUSES.find((known) => known === spelled) ?? null;
}

/** The tone of a state, for its badge. */
export const SUBSCRIPTION_TONES = {
  pending: "waiting",
  active: "ok",
  suspended: "attention",
  ended: "neutral",
  failed: "danger",
  unknown: "info",
} as const satisfies Record<SubscriptionState, string>;
