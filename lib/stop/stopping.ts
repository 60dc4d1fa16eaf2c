// On globalThis: pages, route handlers and the start-up code are separate bundles of one process.
const held = globalThis as typeof globalThis & {
  portalStopping?: { begun: boolean; closing: AbortController };
};

function state() {
  held.portalStopping ??= { begun: false, closing: new AbortController() };
  return held.portalStopping;
}

/** True from the first signal on: nothing new is begun, and the portal says that it is not ready. */
export function isStopping(): boolean {
  return state().begun;
}

/** Aborted when answers that have no end of their own, such as event streams, have to end. */
export function closingSignal(): AbortSignal {
  return state().closing.signal;
}

/** Says that the portal stops. */
export function beginStopping(): void {
  state().begun = true;
}

/** Ends what has no end of its own. */
export function endStreams(): void {
  state().closing.abort();
}
