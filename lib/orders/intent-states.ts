/**
 * The life of an order intent. `unknown` means the request may have reached Ion and no answer came back.
 *
 * pending → sending → placed | rejected | unknown; unknown → placed | rejected. Only `rejected` frees the cart.
 */
export const INTENT_STATES = ["pending", "sending", "placed", "rejected", "unknown"] as const;
export type IntentState = (typeof INTENT_STATES)[number];

const NEXT: Record<IntentState, readonly IntentState[]> = {
  // A pending intent that never left (the process died before sending) may be given up: Ion has not heard of it.
  pending: ["sending", "rejected"],
  sending: ["placed", "rejected", "unknown"],
  unknown: ["placed", "rejected"],
  placed: [],
  rejected: [],
};

/** The states from which `to` may be reached. */
export function statesBefore(to: IntentState): IntentState[] {
  return INTENT_STATES.filter((from) => NEXT[from].includes(to));
}
