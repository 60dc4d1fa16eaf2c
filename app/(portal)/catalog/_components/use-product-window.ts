"use client";

import { defaultRangeExtractor, type Range, useWindowVirtualizer } from "@tanstack/react-virtual";
import { type RefObject, useCallback, useLayoutEffect, useState } from "react";

const ROW_PX = 64;
const OVERSCAN = 10;
/** What the server draws before it knows the screen; the browser's first drawing is the same. */
const FIRST_RECT = { width: 1280, height: 1080 };

/**
 * Which of `count` rows are near enough to the screen to be drawn, and how much room the others take above and below.
 * Rows scroll with the page and have their own heights. The row at `active` stays, so that the focus is never lost.
 */
export function useProductWindow({
  list,
  count,
  active,
  getKey,
}: {
  list: RefObject<HTMLElement | null>;
  count: number;
  active: number;
  getKey: (index: number) => string;
}) {
  const [top, setTop] = useState(0);
  const rangeExtractor = useCallback(
    (range: Range) => {
      const indexes = defaultRangeExtractor(range);
      if (active < 0 || active >= range.count || indexes.includes(active)) return indexes;
      return [...indexes, active].sort((one, other) => one - other);
    },
    [active],
  );
  const virtualizer = useWindowVirtualizer({
    count,
    estimateSize: () => ROW_PX,
    overscan: OVERSCAN,
    getItemKey: getKey,
    initialRect: FIRST_RECT,
    scrollMargin: top,
    rangeExtractor,
  });
  useLayoutEffect(() => {
    if (!list.current) return;
    const now = list.current.getBoundingClientRect().top + window.scrollY;
    setTop((known) => (Math.abs(known - now) > 1 ? now : known));
  });
  return {
    items: virtualizer.getVirtualItems().map(({ index, key, start, end }) => ({
      index,
      key: String(key),
      start: start - top,
      end: end - top,
    })),
    height: virtualizer.getTotalSize(),
    measure: virtualizer.measureElement,
  };
}
