import "server-only";
import { and, eq, isNotNull, isNull, ne } from "drizzle-orm";
import { getDb } from "@/lib/db/client";
import { ionConnections } from "@/lib/db/schema/connections";
import { log } from "@/lib/log";
import type { LastIonCall } from "./last-call";

/** One failed attempt is a mishap; that many in a row, with no answer in between, are an outage. */
const DOWN_AFTER_ATTEMPTS = 2;
/** From here on a status is of what stands before Ion: bad gateway, unavailable, timeout. */
const FIRST_GATEWAY_STATUS = 502;
/** How often what stands in the database is said again: another process may have said otherwise and died. */
const SAY_AGAIN_MS = 30_000;

type Watch = { failures: number; firstFailureAt: string; said: "up" | "down" | null; saidAtMs: number };

// On globalThis, because the development server loads modules anew.
const held = globalThis as typeof globalThis & { ionOutages?: Map<string, Watch> };

/**
 * Follows the attempts of this process and keeps in the database, for all of them, since when Ion has not answered. Any
 * answer to anybody ends it. Never throws; the call it hears of does not wait for it.
 */
export function watchOutage(
  accountId: string,
  state: LastIonCall["state"],
  { status, now = new Date() }: { status?: number | undefined; now?: Date } = {},
): void {
  // One broken order that Ion can't show (500), or can't show properly, says nothing of the rest.
  if (state === "down" && status !== undefined && status < FIRST_GATEWAY_STATUS) return;
  held.ionOutages ??= new Map();
  const watch = held.ionOutages.get(accountId) ?? {
    failures: 0,
    firstFailureAt: "",
    said: null,
    saidAtMs: 0,
  };
  held.ionOutages.set(accountId, watch);
  if (state === "down") {
    if (watch.failures === 0) watch.firstFailureAt = now.toISOString();
    watch.failures += 1;
    if (watch.failures >= DOWN_AFTER_ATTEMPTS) say(accountId, watch, "down", now);
  } else {
    watch.failures = 0;
    say(accountId, watch, "up", now);
  }
}

function say(accountId: string, watch: Watch, word: "up" | "down", now: Date): void {
  if (watch.said === word && now.getTime() - watch.saidAtMs < SAY_AGAIN_MS) return;
  watch.said = word;
  watch.saidAtMs = now.getTime();
  const write = word === "down" ? markSilent(accountId, watch.firstFailureAt) : clearSilence(accountId);
  write.catch((error) => log.warn({ err: error, event: "outage-not-kept" }, "Ion's state could not be kept"));
}

/** The first one to notice says since when. */
async function markSilent(accountId: string, since: string): Promise<void> {
  const db = await getDb();
  await db
    .update(ionConnections)
    .set({ silentSince: new Date(since) })
    .where(and(isConnected(accountId), isNull(ionConnections.silentSince)));
}

async function clearSilence(accountId: string): Promise<void> {
  const db = await getDb();
  await db
    .update(ionConnections)
    .set({ silentSince: null })
    .where(and(isConnected(accountId), isNotNull(ionConnections.silentSince)));
}

function isConnected(accountId: string) {
  return and(eq(ionConnections.accountId, accountId), ne(ionConnections.state, "none"));
}
