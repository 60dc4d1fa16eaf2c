/** Where an order or one of its items stands, one word for Ion's many (CONTRACT.md section 4.2, D10, D11, D13). */
export type IonOrderState = "pending" | "running" | "done" | "failed" | "cancelled" | "unknown";

const STATES: Record<string, IonOrderState> = {
  NEW: "pending",
  CONFIRMED: "pending",
  ON_HOLD: "pending",
  IN_PROGRESS: "running",
  COMPLETE: "done",
  COMPLETED: "done",
  ERROR: "failed",
  CANCELED: "cancelled",
  CANCELLED: "cancelled",
};

/**
 * The normal form of an order's or item's status. Item statuses have no enum: `ACTIVE` was seen on an item of an order
 * on hold, so it says nothing about completion and is "unknown" here. Unknown never means settled: keep following.
 */
export function orderState(status: string | null): IonOrderState {
  return (status && STATES[status.trim().toUpperCase()]) || "unknown";
}
