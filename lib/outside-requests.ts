import "server-only";
import { AsyncLocalStorage } from "node:async_hooks";

const held = globalThis as typeof globalThis & { portalOutside?: <T>(work: () => T) => T };

/** Remembers, while the portal starts, what it is like to belong to no request. */
export function rememberOutside(): void {
  held.portalOutside ??= AsyncLocalStorage.snapshot();
}

/** Runs what a request sets off but does not wait for, so that it holds on to nothing of that request: cookies, session. */
export function outsideRequests<T>(work: () => T): T {
  return held.portalOutside ? held.portalOutside(work) : work();
}
