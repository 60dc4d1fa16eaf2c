"use client";

import { useSyncExternalStore } from "react";

/** Narrower than Tailwind's `sm`. */
const PHONE = "(max-width: 39.99rem)";

function subscribe(listener: () => void): () => void {
  const query = window.matchMedia(PHONE);
  query.addEventListener("change", listener);
  return () => query.removeEventListener("change", listener);
}

/** Whether the screen is a phone's. The server does not know and says no; what differs then changes after the first paint. */
export function usePhone(): boolean {
  return useSyncExternalStore(
    subscribe,
    () => window.matchMedia(PHONE).matches,
    () => false,
  );
}
