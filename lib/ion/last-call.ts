import type { IonRequestEvent } from "./transport";

/** How the last answered or failed call of an account went, for the connection's state on screen. */
export interface LastIonCall {
  state: "ok" | "slow" | "down";
  /** ISO 8601 UTC. */
  at: string;
  /** How long that attempt took. */
  durationMs: number;
}

const SLOW_MS = 3_000;

// On globalThis, because the development server loads modules anew.
const held = globalThis as typeof globalThis & { lastIonCalls?: Map<string, LastIonCall> };

function calls(): Map<string, LastIonCall> {
  held.lastIonCalls ??= new Map();
  return held.lastIonCalls;
}

/**
 * Remembers how Ion did in one attempt, and returns it; attempts that never left because the caller gave up say nothing:
 * null.
 */
export function recordIonCall(
  accountId: string,
  event: IonRequestEvent,
  now: Date = new Date(),
): LastIonCall["state"] | null {
  const state = stateOf(event);
  if (state) calls().set(accountId, { state, at: now.toISOString(), durationMs: event.durationMs });
  return state;
}

/** The last call of this process for an account; undefined before the first. */
export function lastIonCall(accountId: string): LastIonCall | undefined {
  return calls().get(accountId);
}

function stateOf({
  failure,
  sent,
  status,
  durationMs,
  refusedBy,
}: IonRequestEvent): LastIonCall["state"] | null {
  if (refusedBy || failure === "slow" || failure === "aborted" || failure === "connection-lost") return null;
  const answered = status !== undefined && status < 500 && failure !== "bad-answer";
  if (failure && !answered && (sent !== "no" || failure === "network" || failure === "unavailable"))
    return "down";
  return durationMs > SLOW_MS ? "slow" : "ok";
}
