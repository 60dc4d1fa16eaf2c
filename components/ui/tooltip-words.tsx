"use client";

import { Popper } from "radix-ui/internal";
import { type ReactNode, type RefObject, useEffect } from "react";
import { createPortal } from "react-dom";
import { useFloatHost } from "@/components/ui/float-host";

/** The words of a Tooltip. Loaded when the first one opens. */
export default function TooltipWords({
  id,
  anchor,
  side,
  onClose,
  onPointerEnter,
  onPointerLeave,
  children,
}: {
  id: string;
  anchor: RefObject<HTMLElement | null>;
  side: "top" | "right" | "bottom" | "left";
  onClose: () => void;
  onPointerEnter: () => void;
  onPointerLeave: () => void;
  children: ReactNode;
}) {
  const host = useFloatHost();
  useEffect(() => {
    const closeOnEscape = (event: KeyboardEvent) => {
      if (event.key !== "Escape") return;
      // A window around it stays open.
      event.stopPropagation();
      onClose();
    };
    const closeOnScroll = ({ target }: Event) => {
      if (target instanceof Node && target.contains(anchor.current)) onClose();
    };
    window.addEventListener("keydown", closeOnEscape, true);
    window.addEventListener("scroll", closeOnScroll, true);
    return () => {
      window.removeEventListener("keydown", closeOnEscape, true);
      window.removeEventListener("scroll", closeOnScroll, true);
    };
  }, [anchor, onClose]);
  return createPortal(
    <Popper.Root>
      <Popper.Anchor virtualRef={anchor} />
      <Popper.Content
        id={id}
        role="tooltip"
        side={side}
        sideOffset={6}
        collisionPadding={8}
        onPointerEnter={onPointerEnter}
        onPointerLeave={onPointerLeave}
        className="z-60 max-w-72 animate-appear rounded bg-surface-inverse px-2 py-1.5 text-caption text-inverse shadow-float"
      >
        {children}
      </Popper.Content>
    </Popper.Root>,
    host ?? document.body,
  );
}
