"use client";

import { useTimeZone } from "next-intl";
import { useSyncExternalStore } from "react";

const TICK_MS = 20_000;
const listeners = new Set<() => void>();
let timer: ReturnType<typeof setInterval> | undefined;
let now = Date.now();

function tick(): void {
  now = Date.now();
  for (const listener of listeners) listener();
}

/** One interval for every relative time on the page. */
function onTick(listener: () => void): () => void {
  listeners.add(listener);
  if (!timer) {
    timer = setInterval(tick, TICK_MS);
    // Nobody has asked for a while.
    if (Date.now() - now >= TICK_MS) now = Date.now();
  }
  return () => {
    listeners.delete(listener);
    if (listeners.size > 0) return;
    clearInterval(timer);
    timer = undefined;
  };
}

const inBrowser = () => now;
const onServer = () => (typeof window === "undefined" ? Date.now() : now);

/**
 * The time in epoch milliseconds, renewed every 20 seconds while the component is shown. The same for all of them: a list
 * has a time in each row, and none of them is drawn a second time after the page has come.
 */
export function useNow(): number {
  return useSyncExternalStore(onTick, inBrowser, onServer);
}

const never = () => () => {};
let ownZone: string | undefined;
/** Asked once: a table asks for each of its times. */
const browserZone = () => {
  ownZone ??= Intl.DateTimeFormat().resolvedOptions().timeZone;
  return ownZone;
};

/**
 * The zone to write times in: the reader's own. The server does not know it, so the first paint uses the zone that the
 * messages provider was given (UTC without one) and the browser then changes to its own.
 */
export function useReaderZone(): string {
  const provided = useTimeZone() ?? "UTC";
  return useSyncExternalStore(never, browserZone, () => provided);
}
