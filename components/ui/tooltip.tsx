"use client";

import { type PointerEvent, type ReactElement, type ReactNode, Suspense, useId, useRef } from "react";
import { lazyPart } from "@/components/ui/lazy-part";
import { useHoverOpening } from "@/components/ui/use-hover-opening";
import { withProps } from "@/components/ui/with-props";

const { Part: TooltipWords, preload } = lazyPart(() => import("@/components/ui/tooltip-words"));

/** Focus that scrolls the page would close the words again at once, so they wait until the page has come to rest. */
const AFTER_FOCUS_MS = 150;

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
  const id = useId();
  const anchor = useRef<HTMLElement>(null);
  const pressed = useRef(false);
  const { open, show, close, showSoon, closeSoon, stay } = useHoverOpening();
  return (
    <>
      {withProps(children, {
        ref: anchor,
        "aria-describedby": open ? id : undefined,
        onPointerEnter: ({ pointerType }: PointerEvent) => {
          if (pointerType === "touch") return;
          preload();
          if (open) stay();
          else showSoon();
        },
        onPointerLeave: closeSoon,
        onPointerDown: () => {
          pressed.current = true;
          if (!openOnPress) close();
          document.addEventListener("pointerup", () => setTimeout(() => (pressed.current = false)), {
            once: true,
          });
        },
        onFocus: () => {
          preload();
          if (pressed.current || !anchor.current?.matches(":focus-visible")) return;
          showSoon(AFTER_FOCUS_MS);
        },
        onBlur: close,
        onClick: openOnPress ? show : close,
      })}
      {open && (
        <Suspense>
          <TooltipWords
            id={id}
            anchor={anchor}
            side={side}
            onClose={close}
            onPointerEnter={stay}
            onPointerLeave={closeSoon}
          >
            {text}
          </TooltipWords>
        </Suspense>
      )}
    </>
  );
}
