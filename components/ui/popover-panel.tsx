"use client";

import { Popover as Radix } from "radix-ui";
import { type ReactNode, type RefObject, useRef } from "react";
import { cn } from "@/components/ui/cn";
import { floatClass } from "@/components/ui/float-class";
import { useFloatHost } from "@/components/ui/float-host";

/** What a Popover shows. Loaded when the first one opens. */
export default function PopoverPanel({
  id,
  anchor,
  label,
  align,
  open,
  onOpenChange,
  className,
  children,
}: {
  id: string;
  anchor: RefObject<HTMLElement | null>;
  label: string;
  align: "start" | "center" | "end";
  open: boolean;
  onOpenChange: (open: boolean) => void;
  className?: string;
  children: ReactNode;
}) {
  const host = useFloatHost();
  const wentElsewhere = useRef(false);
  return (
    <Radix.Root open={open} onOpenChange={onOpenChange}>
      <Radix.Anchor virtualRef={anchor} />
      <Radix.Portal container={host}>
        <Radix.Content
          id={id}
          aria-label={label}
          align={align}
          sideOffset={4}
          collisionPadding={8}
          onInteractOutside={(event) => {
            // The button closes by itself.
            if (event.target instanceof Node && anchor.current?.contains(event.target))
              event.preventDefault();
            else wentElsewhere.current = true;
          }}
          onCloseAutoFocus={(event) => {
            event.preventDefault();
            // Somebody who went elsewhere stays there.
            if (!wentElsewhere.current) anchor.current?.focus();
            wentElsewhere.current = false;
          }}
          className={cn(floatClass, "w-72 p-3", className)}
        >
          {children}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}
