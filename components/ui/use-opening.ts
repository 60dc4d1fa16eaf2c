"use client";

import { type RefObject, useRef, useState } from "react";

/**
 * Whether a window is open, held by its owner or here, and whether it ever was: before that none of its code is needed.
 * `trigger` is the element that opens it; the focus goes back there.
 */
export function useOpening(
  held: boolean | undefined,
  onOpenChange: ((open: boolean) => void) | undefined,
): {
  open: boolean;
  setOpen: (open: boolean) => void;
  wasOpened: boolean;
  trigger: RefObject<HTMLElement | null>;
} {
  const [own, setOwn] = useState(false);
  const [wasOpened, setWasOpened] = useState(false);
  const trigger = useRef<HTMLElement>(null);
  const open = held ?? own;
  if (open && !wasOpened) setWasOpened(true);
  const setOpen = (next: boolean) => {
    setOwn(next);
    onOpenChange?.(next);
  };
  return { open, setOpen, wasOpened: wasOpened || open, trigger };
}
