"use client";

import { type RefObject, useLayoutEffect } from "react";
import { useVirtualRows } from "@/components/data-table/use-virtual-rows";
import { usePhone } from "@/components/ui/use-phone";

const PHONE_ROW_PX = 108;
const OVERSCAN = 12;
/** The header stands over the rows, so the last one needs as much room below. */
const COVERED = { top: 0, end: 52 };
/** On a phone the top bar stands over the page. */
const COVERED_ON_PHONE = { top: 64, end: 0 };

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
  // Before the rows are looked at for the first time.
  // biome-ignore lint/correctness/useExhaustiveDependencies: only where the list begins; after that the person scrolls
  useLayoutEffect(() => {
    const offset = initialOffset();
    if (offset > 0 && region.current) region.current.scrollTop = offset;
  }, []);
  const { rows, total, measure, scrollTo } = useVirtualRows({
    count,
    getKey,
    active,
    height: phone ? PHONE_ROW_PX : rowHeight,
    measured: phone,
    region: phone ? null : region,
    body,
    overscan: OVERSCAN,
  });
  return {
    phone,
    items: rows,
    total,
    /** For the `ref` of a row whose height is to be measured. */
    measure: phone ? measure : undefined,
    scrollTo: (index: number) => scrollTo(index, phone ? COVERED_ON_PHONE : COVERED),
  };
}
