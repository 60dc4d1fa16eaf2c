import type { Call } from "./control";
import { tokenName } from "./token-name";

/** What one process said, in its order. `token` and `next` are names of refresh tokens, never tokens. */
export type Said = { process: number; step: string; token?: string; next?: string; error?: string };

/** One exchange at Ion's token endpoint. */
export type Exchange = { token: string; status: number; startMs: number; endMs: number };

/** The exchanges among Ion's calls, which must be read with their secrets. */
export function exchangesOf(calls: readonly Call[]): Exchange[] {
  return calls.map(({ requestBody, status, startedAtMs, durationMs }) => {
    const token = new URLSearchParams(String(requestBody)).get("refresh_token") ?? "";
    return { token: tokenName(token), status, startMs: startedAtMs, endMs: startedAtMs + durationMs };
  });
}

/** Times are of a millisecond; two exchanges that only touch are no overlap. */
const SLACK_MS = 2;

/** Exchanges that were under way at the same moment as the one before. */
export function overlaps(exchanges: readonly Exchange[]): string[] {
  const inOrder = [...exchanges].sort((one, other) => one.startMs - other.startMs);
  return inOrder.flatMap((exchange, index) => {
    const before = inOrder[index - 1];
    return before && exchange.startMs < before.endMs - SLACK_MS
      ? [`two rotations at once at ${new Date(exchange.startMs).toISOString()}`]
      : [];
  });
}

/**
 * Why a refresh token is dead that the portal still holds. `never-arrived`: no process had Ion's answer (it was cut off, or
 * its process was killed while waiting). `died-holding`: a process had it and was killed before it could store it. `lost`:
 * the portal had the answer, and has not kept it.
 */
export function whyDead(
  token: string,
  said: readonly Said[],
  killed: ReadonlySet<number>,
): "never-arrived" | "died-holding" | "lost" {
  const received = said.filter((line) => line.step === "received" && line.token === token);
  if (received.length === 0) return "never-arrived";
  const kept = said.some((line) => line.step === "stored" && line.token === token);
  const died = received.every((line) => killed.has(line.process));
  return !kept && died ? "died-holding" : "lost";
}

/** Rotations that started from a token although the one after it had been stored before. */
export function staleSpends(
  exchanges: readonly Exchange[],
  said: readonly (Said & { atMs: number })[],
): string[] {
  const storedAt = new Map(
    said.flatMap(({ step, token, atMs }) => (step === "stored" && token ? [[token, atMs] as const] : [])),
  );
  return exchanges
    .filter(({ token, startMs }) => startMs - SLACK_MS > (storedAt.get(token) ?? Number.POSITIVE_INFINITY))
    .map(({ token }) => `a rotation started from ${token}, whose successor was stored already`);
}
