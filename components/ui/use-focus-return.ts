"use client";

import { useInsertionEffect, useRef } from "react";

/**
 * Brings the focus back to where it was when a window opened that is held open by `open` and has no trigger of its own:
 * Radix returns it to the trigger, and without one loses it. For the window content's `onCloseAutoFocus`.
 */
export function useFocusReturn(open: boolean): (event: Event) => void {
  const before = useRef<Element | null>(null);
  // Of all effects only these run before a field inside takes the focus by `autoFocus`.
  useInsertionEffect(() => {
    if (open) before.current = document.activeElement;
  }, [open]);
  return (event) => {
    const element = before.current;
    if (!(element instanceof HTMLElement) || !element.isConnected) return;
    event.preventDefault();
    element.focus({ preventScroll: true });
  };
}
