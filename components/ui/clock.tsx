"use client";

import { useTimeZone } from "next-intl";
import { useEffect, useState, useSyncExternalStore } from "react";

const TICK_MS = 20_000;
const listeners = new Set<(now: number) => void>();
let timer: ReturnType<typeof setInterval> | undefined;

/** One interval for every relative time on the page. */
function onTick(listener: (now: number) => void): () => void {
  listeners.add(listener);
  timer ??= setInterval(() => {
    const now = Date.now();
    for (const each of listeners) each(now);
  }, TICK_MS);
  return () => {
    listeners.delete(listener);
    if (listeners.size > 0) return;
    clearInterval(timer);
    timer = undefined;
  };
}

/** The time in epoch milliseconds, renewed every 20 seconds while the component is shown. */
export function useNow(): number {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    setNow(Date.now());
    return onTick(setNow);
  }, []);
  return now;
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
