/** How the account's last call to Ion went, kept per process for the state dot and the health of pages. */
export type LastCall = { state: "ok" | "slow" | "down"; at: string };

/** A read that takes longer than this makes people wait. */
const SLOW_AFTER_MS = 3_000;

const held = globalThis as typeof globalThis & { portalLastCalls?: Map<string, LastCall> };
held.portalLastCalls ??= new Map();
const calls = held.portalLastCalls;

/** Notes one finished attempt. `answered` is true for every answer of Ion's own, refusals included. */
export function noteCall(accountId: string, call: { answered: boolean; durationMs: number }): void {
  const state = !call.answered ? "down" : call.durationMs > SLOW_AFTER_MS ? "slow" : "ok";
  calls.set(accountId, { state, at: new Date().toISOString() });
}

/** The last attempt of this process; undefined before the first. */
export function lastIonCall(accountId: string): LastCall | undefined {
  return calls.get(accountId);
}
