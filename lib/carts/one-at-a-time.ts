import "server-only";

// On globalThis: pages, route handlers and actions are separate bundles of one process.
const held = globalThis as typeof globalThis & { portalCartQueues?: Map<string, Promise<unknown>> };
held.portalCartQueues ??= new Map();
const queues = held.portalCartQueues;

/**
 * Runs changes of one cart after each other in this process. Ion's carts have no version to check, so two changes that
 * read, decide and write at the same time would both add a line, or undo each other.
 */
export async function oneAtATime<T>(key: string, work: () => Promise<T>): Promise<T> {
  const before = queues.get(key) ?? Promise.resolve();
  const mine = before.then(work, work);
  queues.set(key, mine);
  try {
    return await mine;
  } finally {
    if (queues.get(key) === mine) queues.delete(key);
  }
}
