"use client";

import type { RefObject } from "react";
import { useVirtualRows } from "@/components/data-table/use-virtual-rows";

const ROW_PX = 64;
const OVERSCAN = 6;

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
  const { rows, total, measure } = useVirtualRows({
    count,
    getKey,
    active,
    height: ROW_PX,
    measured: true,
    region: null,
    body: list,
    overscan: OVERSCAN,
  });
  return { items: rows, height: total, measure };
}
