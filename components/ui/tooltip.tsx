"use client";

import { Tooltip as Radix } from "radix-ui";
import { type ReactElement, type ReactNode, useState } from "react";

/**
 * Words on hover and on keyboard focus. `children` is one focusable element; the words are its description, so they
 * add to its name and never replace it. Escape closes. `openOnPress` also opens on a press, for elements that do nothing
 * else, since a finger can't hover.
 */
export function Tooltip({
  text,
  children,
  side = "top",
  openOnPress = false,
}: {
  text: ReactNode;
  children: ReactElement;
  side?: "top" | "right" | "bottom" | "left";
  openOnPress?: boolean;
}) {
  const [open, setOpen] = useState(false);
  return (
    <Radix.Provider delayDuration={300} skipDelayDuration={200}>
      <Radix.Root open={open} onOpenChange={setOpen}>
        <Radix.Trigger
          asChild
          onClick={(event) => {
            if (!openOnPress) return;
            // Radix closes on a press otherwise.
            event.preventDefault();
            setOpen(true);
          }}
        >
          {children}
        </Radix.Trigger>
        <Radix.Portal>
          <Radix.Content
            side={side}
            sideOffset={6}
            collisionPadding={8}
            className="z-60 max-w-72 animate-appear rounded bg-surface-inverse px-2 py-1.5 text-caption text-inverse shadow-float"
          >
            {text}
          </Radix.Content>
        </Radix.Portal>
      </Radix.Root>
    </Radix.Provider>
  );
}
