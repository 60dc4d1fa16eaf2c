import "server-only";
import { and, eq } from "drizzle-orm";
import { z } from "zod";
import { getDb } from "@/lib/db/client";
import { listen } from "@/lib/db/notify";
import { mirrorState } from "@/lib/db/schema/mirror";
import { log } from "@/lib/log";
import type { CatalogIndex } from "./catalog-index";
import { patchIndex } from "./patch-index";
import { readIndex } from "./read-index";

/** An index of more plans takes so long to make that it is renewed behind the reader's back. */
const QUICK_PLANS = 5_000;
/** Of the time, one part in so many may go into making indexes. */
const SHARE = 10;
/** How often a reader looks whether a large index is still the newest, should a notification have got lost. */
const LOOK_MS = 3_000;
/** Changes come in bursts. */
const SETTLE_MS = 300;
/** Without a reader for so long an index is not renewed; without one for longer it is given up. */
const IDLE_MS = 10 * 60_000;
const FORGET_MS = 60 * 60_000;

type Kept = {
  index: CatalogIndex;
  /** Of the mirror, when the index began to be made. */
  version: number;
  /** How long it took, and when it was done. */
  tookMs: number;
  doneAt: number;
  lookedAt: number;
  usedAt: number;
  renewing?: Promise<void> | undefined;
  timer?: NodeJS.Timeout | undefined;
  /** Products that were patched while an index was being made that may not have them yet. */
  patched: Set<string>;
};

type Held = { indexes: Map<string, Kept>; first: Map<string, Promise<Kept>>; listening?: Promise<unknown> };

// On globalThis: route handlers and pages are separate bundles of one process and must share what was read.
const globals = globalThis as typeof globalThis & { portalCatalog?: Held };
globals.portalCatalog ??= { indexes: new Map(), first: new Map() };
const held = globals.portalCatalog;

/**
 * The account's catalog for searching. The first reader after a start waits until it is made; later ones get what is
 * there at once, while a newer one is being made. A small catalog is always the newest.
 */
export async function catalogIndex(accountId: string): Promise<CatalogIndex> {
  const now = performance.now();
  forgetUnused(now);
  const kept = held.indexes.get(accountId);
  if (!kept) return (await firstIndex(accountId)).index;
  kept.usedAt = now;
  const quick = isQuick(kept);
  if (!quick && now - kept.lookedAt < LOOK_MS) return kept.index;
  kept.lookedAt = now;
  if (!quick) {
    renewWhenOld(accountId, kept).catch((error) => log.warn({ err: error }, "the catalog was not looked at"));
    return kept.index;
  }
  if ((await readVersion(accountId)) !== kept.version) await renew(accountId, kept);
  return kept.index;
}

/**
 * After a write of one's own: the product is shown as the mirror has it now, without making the whole index anew. Never
 * fails: the next index will have it.
 */
export async function refreshIndexed(accountId: string, productId: string): Promise<void> {
  try {
    await patchKept(accountId, productId);
  } catch (error) {
    log.warn({ err: error, productId }, "a product could not be shown as it is now");
  }
}

async function patchKept(accountId: string, productId: string): Promise<void> {
  const kept = held.indexes.get(accountId);
  if (!kept || isQuick(kept)) return;
  if (kept.renewing) kept.patched.add(productId);
  for (;;) {
    const { index } = kept;
    const patched = await patchIndex(index, accountId, productId);
    // A newer index may have come meanwhile.
    if (kept.index !== index) continue;
    kept.index = patched;
    return;
  }
}

function isQuick({ index }: Kept): boolean {
  return index.planCount <= QUICK_PLANS;
}

function firstIndex(accountId: string): Promise<Kept> {
  const running = held.first.get(accountId);
  if (running) return running;
  const reading = (async () => {
    held.listening ??= listen("mirror_changed", heard).catch(() => {
      held.listening = undefined;
    });
    const startedAt = performance.now();
    const version = await readVersion(accountId);
    const index = await readIndex(accountId);
    const doneAt = performance.now();
    const kept: Kept = {
      index,
      version,
      tookMs: doneAt - startedAt,
      doneAt,
      lookedAt: doneAt,
      usedAt: doneAt,
      patched: new Set(),
    };
    held.indexes.set(accountId, kept);
    return kept;
  })().finally(() => held.first.delete(accountId));
  held.first.set(accountId, reading);
  return reading;
}

function renew(accountId: string, kept: Kept): Promise<void> {
  kept.renewing ??= (async () => {
    const startedAt = performance.now();
    kept.patched.clear();
    const version = await readVersion(accountId);
    let index = await readIndex(accountId);
    for (const productId of kept.patched) index = await patchIndex(index, accountId, productId);
    const doneAt = performance.now();
    Object.assign(kept, { index, version, tookMs: doneAt - startedAt, doneAt });
  })().finally(() => {
    kept.renewing = undefined;
  });
  return kept.renewing;
}

async function renewWhenOld(accountId: string, kept: Kept): Promise<void> {
  if (kept.renewing || kept.timer) return;
  if ((await readVersion(accountId)) !== kept.version) renewSoon(accountId, kept);
}

/** Renews as soon as the last renewal's share of the time allows. */
function renewSoon(accountId: string, kept: Kept): void {
  if (kept.timer) return;
  const rest = kept.doneAt + kept.tookMs * (SHARE - 1) - performance.now();
  kept.timer = setTimeout(
    () => {
      kept.timer = undefined;
      if (held.indexes.get(accountId) !== kept) return;
      renew(accountId, kept).catch((error) => log.warn({ err: error }, "the catalog could not be renewed"));
    },
    Math.max(rest, SETTLE_MS),
  );
  kept.timer.unref();
}

const message = z.object({ accountId: z.string(), resource: z.string(), version: z.number() });

function heard(payload: string): void {
  const parsed = message.safeParse(JSON.parse(payload));
  if (!parsed.success || parsed.data.resource !== "products") return;
  const { accountId, version } = parsed.data;
  const kept = held.indexes.get(accountId);
  if (!kept || kept.version === version) return;
  kept.lookedAt = Number.NEGATIVE_INFINITY;
  const inUse = performance.now() - kept.usedAt < IDLE_MS;
  if (inUse && !isQuick(kept)) renewSoon(accountId, kept);
}

function forgetUnused(now: number): void {
  for (const [accountId, kept] of held.indexes) {
    if (now - kept.usedAt < FORGET_MS) continue;
    clearTimeout(kept.timer);
    held.indexes.delete(accountId);
  }
}

async function readVersion(accountId: string): Promise<number> {
  const db = await getDb();
  const [row] = await db
    .select({ version: mirrorState.version })
    .from(mirrorState)
    .where(and(eq(mirrorState.accountId, accountId), eq(mirrorState.resource, "products")));
  return row?.version ?? 0;
}
