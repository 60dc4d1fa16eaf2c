"use client";

import { type RefObject, useCallback, useEffect, useLayoutEffect, useRef, useState } from "react";
import { firstEndingAfter, inclusiveRange, RowHeights } from "@/components/data-table/row-heights";

/** What the server draws before it knows the screen, a usual one without its header; the browser's first drawing is the same. */
const FIRST_HEIGHT_PX = 668;
/** Rows that nobody sees yet come a moment after those that are seen. */
const OVERSCAN_AFTER_MS = 200;

export type VirtualRow = { index: number; key: string; start: number; end: number };

/**
 * Which of `count` rows are near enough to be seen, and how much room the others take. The rows scroll in `region`, or with the
 * page when it is null. All are `height` high, or, when `measured`, each as high as it is found to be; `height` then is the
 * guess. The row at `active` stays, so that the focus is never lost.
 */
export function useVirtualRows({
  count,
  getKey,
  active,
  height,
  measured,
  region,
  body,
  overscan,
}: {
  count: number;
  getKey: (index: number) => string;
  active: number;
  height: number;
  measured: boolean;
  region: RefObject<HTMLElement | null> | null;
  /** The element whose top is the first row's. */
  body: RefObject<HTMLElement | null>;
  overscan: number;
}) {
  const found = useRef(new Map<string, number>());
  const [, drawAgain] = useState(0);
  const heights = measured
    ? RowHeights.of(count, (index) => found.current.get(getKey(index)) ?? height)
    : RowHeights.same(count, height);
  const latest = useRef({ heights, getKey });
  latest.current = { heights, getKey };

  /** From where to where the list is seen, in pixels from its first row. */
  const seen = useCallback((): [from: number, to: number] => {
    const element = region?.current;
    if (element) {
      return [element.scrollTop, element.scrollTop + (element.clientHeight || FIRST_HEIGHT_PX)];
    }
    const top = body.current?.getBoundingClientRect().top ?? 0;
    return [-top, window.innerHeight - top];
  }, [region, body]);

  const [range, setRange] = useState<readonly [first: number, last: number]>(() => [
    0,
    firstEndingAfter(heights, FIRST_HEIGHT_PX),
  ]);
  const look = useCallback(() => {
    const [from, to] = seen();
    const first = firstEndingAfter(latest.current.heights, from);
    const last = firstEndingAfter(latest.current.heights, to);
    setRange((now) => (now[0] === first && now[1] === last ? now : [first, last]));
  }, [seen]);

  // Other heights or another number of rows are another range at the same place.
  // biome-ignore lint/correctness/useExhaustiveDependencies: these are what the range depends on besides the scrolling
  useLayoutEffect(look, [look, count, heights.total]);
  useEffect(() => {
    const element = region?.current;
    const scrolled = element ?? window;
    scrolled.addEventListener("scroll", look, { passive: true });
    window.addEventListener("resize", look);
    const size = new ResizeObserver(look);
    if (element) size.observe(element);
    return () => {
      scrolled.removeEventListener("scroll", look);
      window.removeEventListener("resize", look);
      size.disconnect();
    };
  }, [look, region]);

  const [settled, setSettled] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(true), OVERSCAN_AFTER_MS);
    return () => clearTimeout(timer);
  }, []);

  const rowSizes = useRef<ResizeObserver>(undefined);
  /** For the `ref` of a row that has its place in `data-index`. */
  const measure = useCallback((row: HTMLElement | null) => {
    if (!row) return;
    rowSizes.current ??= new ResizeObserver((entries) => {
      let changed = false;
      for (const { target } of entries) {
        if (!(target instanceof HTMLElement) || !target.isConnected) continue;
        const key = latest.current.getKey(Number(target.dataset.index));
        const now = target.getBoundingClientRect().height;
        if (now === 0 || Math.abs((found.current.get(key) ?? 0) - now) < 0.5) continue;
        found.current.set(key, now);
        changed = true;
      }
      if (changed) drawAgain((times) => times + 1);
    });
    const observer = rowSizes.current;
    observer.observe(row);
    return () => observer.unobserve(row);
  }, []);

  const around = settled ? overscan : 0;
  const rows = inclusiveRange(
    Math.max(range[0] - around, 0),
    Math.min(range[1] + around, count - 1),
    active < count ? active : -1,
  ).map(
    (index): VirtualRow => ({
      index,
      key: getKey(index),
      start: heights.start(index),
      end: heights.start(index + 1),
    }),
  );

  /** Brings a row into sight, moving as little as possible; so much of what is seen is covered at the top and the end. */
  const scrollTo = (index: number, covered: { top: number; end: number }) => {
    const [from, to] = seen();
    const above = heights.start(index) - covered.top - from;
    const below = heights.start(index + 1) + covered.end - to;
    const by = above < 0 ? above : Math.max(below, 0);
    if (by === 0) return;
    (region?.current ?? window).scrollBy(0, by);
    look();
  };
  return { rows, total: heights.total, measure, scrollTo };
}
