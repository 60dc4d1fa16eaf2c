import "server-only";
import { sayProblem } from "@/lib/user-facing";
import type { OrderIntentView, OrderRefusal } from "./intent-shapes";
import { mayRelease } from "./may-release";
import type { OrderIntent } from "./take-step";

/** How long a page goes on telling why the last attempt ordered nothing. */
const REFUSAL_TOLD_MS = 60 * 60_000;

/** What the pages learn of a cart's newest intent. */
export async function toIntentView(intent: OrderIntent | undefined): Promise<OrderIntentView> {
  const state = liveState(intent);
  if (!intent || state === "none") {
    const isFresh = intent?.settledAt && Date.now() - intent.settledAt.getTime() < REFUSAL_TOLD_MS;
    return { ...NOTHING, refusal: isFresh ? await toRefusal(intent) : null };
  }
  return {
    state,
    intentId: intent.id,
    orderId: intent.orderId,
    heldUntil: iso(intent.heldUntil),
    secondsLeft: secondsLeft(intent),
    since: iso(intent.sentAt),
    attempts: intent.attempts,
    ...toEvidence(intent),
    refusal: null,
  };
}

const NOTHING: OrderIntentView = {
  state: "none",
  intentId: null,
  orderId: null,
  heldUntil: null,
  secondsLeft: 0,
  since: null,
  attempts: 0,
  lookups: 0,
  lastLookupAt: null,
  cartStatus: null,
  canRelease: false,
  refusal: null,
};

function liveState(intent: OrderIntent | undefined): OrderIntentView["state"] {
  if (!intent) return "none";
  const { state } = intent;
  return state === "rejected" || state === "released" || state === "recalled" ? "none" : state;
}

/** What Ion showed so far of an order that it has not confirmed. */
export function toEvidence(intent: OrderIntent) {
  return {
    lookups: intent.lookups,
    lastLookupAt: iso(intent.lastLookupAt),
    cartStatus: intent.cartStatus,
    canRelease: mayRelease(intent, Date.now()),
  };
}

/** Why it was rejected, in the reader's language; null when it was not. */
export async function toRefusal(intent: OrderIntent): Promise<OrderRefusal | null> {
  const { state, problem, difference, settledAt } = intent;
  if (state !== "rejected" || !settledAt) return null;
  const { code, params, fieldErrors = {} } = problem ?? { code: "ORDER_NOT_SENT", params: {} };
  return {
    code,
    message: await sayProblem(code, params),
    reference: referenceOf(intent),
    fields: Object.entries(fieldErrors).map(([field, messages]) => ({ field, messages })),
    difference,
    at: settledAt.toISOString(),
  };
}

/** What to quote to support: Ion's own id of the last request when it gave one. */
export function referenceOf({ id, ionRequestIds }: OrderIntent): string {
  return ionRequestIds.at(-1) ?? id;
}

/** Seconds until a held intent is sent; 0 for any other. */
export function secondsLeft({ state, heldUntil }: Pick<OrderIntent, "state" | "heldUntil">): number {
  if (state !== "held" || !heldUntil) return 0;
  return Math.max(0, (heldUntil.getTime() - Date.now()) / 1000);
}

export function iso(time: Date | null): string | null {
  return time?.toISOString() ?? null;
}
