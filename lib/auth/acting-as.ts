import "server-only";
import { AsyncLocalStorage } from "node:async_hooks";
import type { Actor } from "./actor";

const storage = new AsyncLocalStorage<Actor>();

/** Runs `work` as `actor` where there is no browser session: jobs and tests. */
export function actingAs<T>(actor: Actor, work: () => Promise<T>): Promise<T> {
  return storage.run(actor, work);
}

/** The actor set by `actingAs`, if any. */
export function currentStandIn(): Actor | undefined {
  return storage.getStore();
}
