/** Where a subscription stands, one word for Ion's many. */
export type IonSubscriptionState = "pending" | "active" | "suspended" | "ended" | "failed" | "unknown";

const STATES: Record<string, IonSubscriptionState> = {
  ACCEPTED: "pending",
  CONFIRMED: "pending",
  INITIATED: "pending",
  IN_PROGRESS: "pending",
  PENDING: "pending",
  ACTIVE: "active",
  AVAILABLE: "active",
  COMPLETE: "active",
  ENABLED: "active",
  RUNNING: "active",
  DISABLED: "suspended",
  PAUSED: "suspended",
  STOPPED: "suspended",
  SUSPENDED: "suspended",
  CANCELLED: "ended",
  CANCELED: "ended",
  DELETED: "ended",
  EXPIRED: "ended",
  ERROR: "failed",
  FAILED: "failed",
};

/** The normal form of the 19 subscription statuses (CONTRACT.md section 3); the grouping is ours. */
export function subscriptionState(status: string | null): IonSubscriptionState {
  return (status && STATES[status.trim().toUpperCase()]) || "unknown";
}
