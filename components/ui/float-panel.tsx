"use client";

import { Popover as Radix } from "radix-ui";
import type { ReactNode, RefObject } from "react";
import { cn } from "@/components/ui/cn";
import { floatClass } from "@/components/ui/float-class";
import { useFloatHost } from "@/components/ui/float-host";

/** The panel of a PanelButton: loaded when it is first asked for. */
export function FloatPanel({
  anchor,
  id,
  label,
  align,
  className,
  onClose,
  children,
}: {
  anchor: RefObject<HTMLElement | null>;
  id: string;
  label: string;
  align: "start" | "end";
  className?: string | undefined;
  onClose: () => void;
  children: ReactNode;
}) {
  const host = useFloatHost();
  return (
    <Radix.Root open onOpenChange={(open) => !open && onClose()}>
      <Radix.Anchor virtualRef={anchor as RefObject<HTMLElement>} />
      <Radix.Portal container={host}>
        <Radix.Content
          id={id}
          aria-label={label}
          align={align}
          sideOffset={4}
          collisionPadding={8}
          onInteractOutside={(event) => {
            // A press on the button closes by itself.
            if (event.target instanceof Node && anchor.current?.contains(event.target))
              event.preventDefault();
          }}
          onCloseAutoFocus={(event) => {
            event.preventDefault();
            anchor.current?.focus({ preventScroll: true });
          }}
          className={cn(floatClass, "w-72 p-3", className)}
        >
          {children}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}
