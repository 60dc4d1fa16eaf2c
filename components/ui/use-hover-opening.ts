"use client";

import { useCallback, useEffect, useRef, useState } from "react";

const OPENS_AFTER_MS = 300;
/** Time for the pointer to cross from the element to the words. */
const CLOSES_AFTER_MS = 120;
/** Whoever just read one finds the next at once. */
const STAYS_EAGER_MS = 200;

let closeShown: (() => void) | undefined;
let lastClosedAt = 0;

/** Opens after a short rest of the pointer, closes when it has left element and words; one at a time in the page. */
export function useHoverOpening(): {
  open: boolean;
  show: () => void;
  close: () => void;
  showSoon: (afterMs?: number) => void;
  closeSoon: () => void;
  /** The pointer came back, or what was waited for is no longer true. */
  stay: () => void;
} {
  const [open, setOpen] = useState(false);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);

  const stay = useCallback(() => clearTimeout(timer.current), []);
  const close = useCallback(() => {
    clearTimeout(timer.current);
    if (closeShown === close) {
      closeShown = undefined;
      lastClosedAt = Date.now();
    }
    setOpen(false);
  }, []);
  const show = useCallback(() => {
    clearTimeout(timer.current);
    if (closeShown !== close) closeShown?.();
    closeShown = close;
    setOpen(true);
  }, [close]);
  const showSoon = (afterMs = Date.now() - lastClosedAt < STAYS_EAGER_MS ? 0 : OPENS_AFTER_MS) => {
    clearTimeout(timer.current);
    timer.current = setTimeout(show, afterMs);
  };
  const closeSoon = () => {
    clearTimeout(timer.current);
    timer.current = setTimeout(close, CLOSES_AFTER_MS);
  };
  useEffect(
    () => () => {
      clearTimeout(timer.current);
      if (closeShown === close) closeShown = undefined;
    },
    [close],
  );
  return { open, show, close, showSoon, closeSoon, stay };
}
