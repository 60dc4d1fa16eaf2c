"use client";

import { type RefObject, useEffect } from "react";

const positions = new Map<string, number>();

type Entries = { navigation?: { currentEntry?: { key: string } | null } };

/** Names a list in one entry of the browser's history; null where the browser can't tell its entries apart. */
function placeOf(list: string): string | null {
  if (typeof window === "undefined") return null;
  const entry = (window as Entries).navigation?.currentEntry?.key;
  return entry === undefined ? null : `${entry} ${list}`;
}

/** Where a list was left, for somebody who has come back to it; the top for everybody who opens it anew. */
export function keptScroll(list: string): number {
  const place = placeOf(list);
  return place === null ? 0 : (positions.get(place) ?? 0);
}

/** Remembers where the region is scrolled to: browsers do so for pages only. */
export function useKeepScroll(region: RefObject<HTMLElement | null>, list: string): void {
  useEffect(() => {
    const element = region.current;
    const place = placeOf(list);
    if (!element || place === null) return;
    const keep = () => positions.set(place, element.scrollTop);
    element.addEventListener("scroll", keep, { passive: true });
    return () => element.removeEventListener("scroll", keep);
  }, [region, list]);
}
