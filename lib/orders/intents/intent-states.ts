/**
 * The life of an order intent, all of it:
 *
 *   held → pending → sending → placed | rejected | unknown
 *   held → recalled · pending → rejected · sending → pending · unknown → placed | released
 *
 * The database refuses every other step too (a trigger, made in migration 0010).
 */
export const INTENT_STATES = [
  "held",
  "pending",
  "sending",
  "placed",
  "rejected",
  "unknown",
  "released",
  "recalled",
] as const;
export type IntentState = (typeof INTENT_STATES)[number];

/** Each arrow, and why it exists. An arrow that is not here is a way to order twice, or to lose an order. */
export const STEPS: Readonly<Record<IntentState, Readonly<Partial<Record<IntentState, string>>>>> = {
  held: {
    pending: "The time to think again is over.",
    recalled: "A person took it back; nothing had left the portal.",
  },
  // Not back to held: the person was told that it is on its way.
  pending: {
    sending: "One sender holds the lease and has checked everything: from here on the request may have left.",
    rejected: "The check before sending found a reason not to, or Ion could not be reached in all the tries.",
  },
  sending: {
    placed: "Ion answered with the order.",
    rejected: "Ion refused it, in words of its own.",
    unknown: "No answer that says what happened, or the sender died: it is never sent again.",
    pending:
      "It certainly was not carried out (it never left, or Ion turned it away unread): it may be tried again.",
  },
  unknown: {
    placed: "The order was found at Ion, or its answer came late.",
    released: "A person saw that Ion does not have it.",
  },
  placed: {},
  rejected: {},
  released: {},
  recalled: {},
};

/** True when an intent in this state may still become an order. */
export function isLive(state: IntentState): boolean {
  return Object.keys(STEPS[state]).length > 0;
}

/** States in which the cart is free: nothing was ordered, and nothing will be. */
export const FREE_STATES = ["rejected", "released", "recalled"] as const satisfies readonly IntentState[];

/** True while there is something left to send, and so while a vendor's password may be kept, sealed. */
export function mayStillBeSent(state: IntentState): boolean {
  return state === "held" || state === "pending" || state === "sending";
}
