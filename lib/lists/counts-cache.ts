import type { Actor } from "@/lib/auth/actor";
import type { MirrorResource } from "@/lib/db/schema/mirror";

/** Counts, and until when (epoch milliseconds) they stay right by themselves; null is until a row changes. */
export type Counted<Counts> = { counts: Counts; until: number | null };

const MOST = 500;

// On globalThis: route handlers and pages are separate bundles of one process and share what was counted.
const held = globalThis as typeof globalThis & { portalCounts?: Map<string, Counted<unknown>> };
held.portalCounts ??= new Map();
const cache = held.portalCounts;

/**
 * Counts once what many pages ask for: to count is to look at every row, where a page looks at fifty. The counts of one
 * question by one person are kept as long as `version`, which each change to a row raises, stays the same; without a
 * version nothing is kept.
 */
export async function countOnce<Counts>(
  actor: Actor,
  of: { resource: MirrorResource; version: number | null; question: unknown },
  count: () => Promise<Counted<Counts>>,
): Promise<Counts> {
  if (of.version === null) return (await count()).counts;
  const customers = actor.customerIds === "all" ? "all" : [...actor.customerIds].sort();
  const key = JSON.stringify([actor.accountId, of.resource, of.version, customers, of.question]);
  const known = cache.get(key) as Counted<Counts> | undefined;
  if (known && (known.until === null || Date.now() < known.until)) return known.counts;
  const counted = await count();
  cache.delete(key);
  cache.set(key, counted);
  for (const oldest of cache.keys()) {
    if (cache.size <= MOST) break;
    cache.delete(oldest);
  }
  return counted.counts;
}
