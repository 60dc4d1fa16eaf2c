"use client";

import type { ReactElement, RefObject } from "react";
import { withProps } from "@/components/ui/with-props";

/** What opens a window: says so to assistive technology, and fetches the window's code when it looks like being pressed. */
export function WindowTrigger({
  element,
  elementRef,
  open,
  contentId,
  preload,
  onToggle,
}: {
  element: ReactElement;
  elementRef: RefObject<HTMLElement | null>;
  open: boolean;
  contentId: string;
  preload: () => void;
  onToggle: () => void;
}) {
  return withProps(element, {
    ref: elementRef,
    "aria-haspopup": "dialog",
    "aria-expanded": open,
    "aria-controls": open ? contentId : undefined,
    "data-state": open ? "open" : "closed",
    onClick: onToggle,
    onPointerEnter: preload,
    onFocus: preload,
  });
}
