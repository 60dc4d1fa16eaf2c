"use client";

import { type RefObject, useInsertionEffect, useRef } from "react";

/**
 * Brings the focus back when a window that is held open by `open` closes: to `trigger` if that is in the page, otherwise to
 * where it was before. Radix loses it without a trigger of its own. For the window content's `onCloseAutoFocus`.
 */
export function useFocusReturn(
  open: boolean,
  trigger?: RefObject<HTMLElement | null>,
): (event: Event) => void {
  const before = useRef<Element | null>(null);
  // Of all effects only these run before a field inside takes the focus by `autoFocus`.
  useInsertionEffect(() => {
    if (open) before.current = document.activeElement;
  }, [open]);
  return (event) => {
    const element = trigger?.current ?? before.current;
    if (!(element instanceof HTMLElement) || !element.isConnected) return;
    event.preventDefault();
    element.focus({ preventScroll: true });
  };
}
