"use client";

import { useLayoutEffect, useRef } from "react";

/**
 * Keeps the page where it is when the server renders it anew (`rendered` is what it sent). Filters change the address
 * without a request; Next then takes the next refresh, for example after a customer was chosen, for another page and
 * scrolls to the top. It does so in this very commit, after the effects of the parts inside: a microtask is early enough
 * that nobody sees it.
 */
export function useKeptScroll(rendered: unknown): void {
  const last = useRef(rendered);
  useLayoutEffect(() => {
    if (last.current === rendered) return;
    last.current = rendered;
    const top = window.scrollY;
    queueMicrotask(() => {
      if (window.scrollY !== top) window.scrollTo({ top, behavior: "instant" });
    });
  }, [rendered]);
}
