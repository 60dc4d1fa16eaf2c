"use client";

import { type RefObject, useEffect } from "react";

const AFTER_BACK_MS = 3_000;
const positions = new Map<string, number>();
let cameBackAt = Number.NEGATIVE_INFINITY;

if (typeof window !== "undefined") {
  window.addEventListener("popstate", () => {
    cameBackAt = performance.now();
  });
}

/** Where a list was left, for somebody who has just come back to it; the top for everybody else. */
export function keptScroll(key: string): number {
  if (typeof window === "undefined" || performance.now() - cameBackAt > AFTER_BACK_MS) return 0;
  return positions.get(key) ?? 0;
}

/** Remembers where the region is scrolled to: browsers do so for pages only. */
export function useKeepScroll(region: RefObject<HTMLElement | null>, key: string): void {
  useEffect(() => {
    const element = region.current;
    if (!element) return;
    const keep = () => positions.set(key, element.scrollTop);
    element.addEventListener("scroll", keep, { passive: true });
    return () => element.removeEventListener("scroll", keep);
  }, [region, key]);
}
