"use client";

import {
  defaultRangeExtractor,
  type Range,
  useVirtualizer,
  useWindowVirtualizer,
} from "@tanstack/react-virtual";
import { type RefObject, useCallback, useLayoutEffect, useState } from "react";
import { usePhone } from "@/components/ui/use-phone";

/** What the server draws before it knows the screen; the browser's first drawing is the same. */
const FIRST_RECT = { width: 1280, height: 1080 };
const PHONE_ROW_PX = 108;
const OVERSCAN = 12;
const HEAD_PX = 52;

/**
 * Which of `count` rows are near enough to be seen, and how much empty room is around them. Rows scroll in `region`, on a
 * phone with the page; there their heights are measured. The row at `active` stays, so that the focus is never lost.
 */
export function useRowWindow({
  count,
  rowHeight,
  region,
  body,
  active,
  getKey,
  initialOffset,
}: {
  count: number;
  rowHeight: number;
  region: RefObject<HTMLElement | null>;
  /** The element whose top is the first row's. */
  body: RefObject<HTMLElement | null>;
  active: number;
  getKey: (index: number) => string;
  initialOffset: () => number;
}) {
  const phone = usePhone();
  const [margin, setMargin] = useState(0);
  const rangeExtractor = useCallback(
    (range: Range) => {
      const indexes = defaultRangeExtractor(range);
      if (active < 0 || active >= range.count || indexes.includes(active)) return indexes;
      return [...indexes, active].sort((one, other) => one - other);
    },
    [active],
  );
  const common = { count, getItemKey: getKey, overscan: OVERSCAN, rangeExtractor, initialRect: FIRST_RECT };
  const inRegion = useVirtualizer({
    ...common,
    enabled: !phone,
    estimateSize: () => rowHeight,
    getScrollElement: () => region.current,
    initialOffset,
    // The header stands over the rows, so the last one needs as much room below.
    scrollPaddingEnd: HEAD_PX,
  });
  const inPage = useWindowVirtualizer({
    ...common,
    enabled: phone,
    estimateSize: () => PHONE_ROW_PX,
    scrollMargin: margin,
    scrollPaddingStart: 64,
  });

  // biome-ignore lint/correctness/useExhaustiveDependencies: another height is another place for every row
  useLayoutEffect(() => inRegion.measure(), [rowHeight]);
  useLayoutEffect(() => {
    if (!phone || !body.current) return;
    const top = body.current.getBoundingClientRect().top + window.scrollY;
    setMargin((now) => (Math.abs(now - top) > 1 ? top : now));
  });

  const virtualizer = phone ? inPage : inRegion;
  const offset = phone ? margin : 0;
  return {
    phone,
    items: virtualizer.getVirtualItems().map(({ index, key, start, end }) => ({
      index,
      key: String(key),
      start: start - offset,
      end: end - offset,
    })),
    total: virtualizer.getTotalSize(),
    /** For the `ref` of a row whose height is to be measured. */
    measure: phone ? inPage.measureElement : undefined,
    scrollTo: (index: number) => virtualizer.scrollToIndex(index),
  };
}
