"use client";

import { type ReactElement, type ReactNode, Suspense, useId } from "react";
import { lazyPart } from "@/components/ui/lazy-part";
import { useOpening } from "@/components/ui/use-opening";
import { WindowTrigger } from "@/components/ui/window-trigger";

const { Part: PopoverPanel, preload } = lazyPart(() => import("@/components/ui/popover-panel"));

/** A small panel beside the button that opened it. `label` names it; Escape and a press outside close it. */
export function Popover({
  trigger,
  label,
  align = "start",
  open: held,
  onOpenChange,
  className,
  children,
}: {
  trigger: ReactElement;
  label: string;
  align?: "start" | "center" | "end";
  open?: boolean;
  onOpenChange?: (open: boolean) => void;
  className?: string;
  children: ReactNode;
}) {
  const id = useId();
  const { open, setOpen, wasOpened, trigger: button } = useOpening(held, onOpenChange);
  return (
    <>
      <WindowTrigger
        element={trigger}
        elementRef={button}
        open={open}
        contentId={id}
        preload={preload}
        onToggle={() => setOpen(!open)}
      />
      {wasOpened && (
        <Suspense>
          <PopoverPanel
            id={id}
            anchor={button}
            label={label}
            align={align}
            open={open}
            onOpenChange={setOpen}
            className={className}
          >
            {children}
          </PopoverPanel>
        </Suspense>
      )}
    </>
  );
}
