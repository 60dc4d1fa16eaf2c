import "server-only";

type Entry = { at: number; value: Promise<unknown> };

// On globalThis: pages, route handlers and actions are separate bundles of one process.
const held = globalThis as typeof globalThis & { portalCartReads?: Map<string, Entry> };
held.portalCartReads ??= new Map();
const entries = held.portalCartReads;
const MOST = 500;

/**
 * A read that may be a little old, shared by everybody who asks for the same key meanwhile. What fails is not kept;
 * `maxAgeMs` 0 always reads, and keeps the answer for the others.
 */
export function kept<T>(
  { key, maxAgeMs }: { key: string; maxAgeMs: number },
  read: () => Promise<T>,
): Promise<T> {
  const known = entries.get(key);
  if (known && maxAgeMs > 0 && Date.now() - known.at < maxAgeMs) return known.value as Promise<T>;
  const value = read();
  const entry = { at: Date.now(), value };
  entries.delete(key);
  entries.set(key, entry);
  value.catch(() => {
    if (entries.get(key) === entry) entries.delete(key);
  });
  // A Map keeps the order of insertion: the first key is the oldest.
  const [oldest] = entries.keys();
  if (entries.size > MOST && oldest !== undefined) entries.delete(oldest);
  return value;
}
