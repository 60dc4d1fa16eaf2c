import "server-only";
import { AsyncLocalStorage } from "node:async_hooks";
import type { Actor } from "./actor";

const storage = new AsyncLocalStorage<Actor>();

/**
 * Runs `work` as `actor` where there is no browser session: jobs and tests. Such work may take longer than a request, so
 * the version of the frame that was read with the actor does not go along.
 */
export function actingAs<T>(actor: Actor, work: () => Promise<T>): Promise<T> {
  const { frameVersion: _, ...standIn } = actor;
  return storage.run(standIn, work);
}

/** The actor set by `actingAs`, if any. */
export function currentStandIn(): Actor | undefined {
  return storage.getStore();
}
