"use client";

import { Tooltip as Radix } from "radix-ui";
import { type FocusEvent, type ReactElement, type ReactNode, useState } from "react";
import { useFloatHost } from "@/components/ui/float-host";

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
  const host = useFloatHost();
  // Focus that scrolls the page would close the words again at once, so they wait until the page has come to rest.
  const openAfterFocus = ({ currentTarget }: FocusEvent<HTMLElement>) => {
    setTimeout(() => {
      if (document.activeElement === currentTarget && currentTarget.matches(":focus-visible")) setOpen(true);
    }, 150);
  };
  return (
    <Radix.Provider delayDuration={300} skipDelayDuration={200}>
      <Radix.Root open={open} onOpenChange={setOpen}>
        <Radix.Trigger
          asChild
          onFocus={openAfterFocus}
          onClick={(event) => {
            if (!openOnPress) return;
            // Radix closes on a press otherwise.
            event.preventDefault();
            setOpen(true);
          }}
        >
          {children}
        </Radix.Trigger>
        <Radix.Portal container={host}>
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
