"use client";

import { type ReactElement, type ReactNode, Suspense, useId } from "react";
import { lazyPart } from "@/components/ui/lazy-part";
import { useFocusReturn } from "@/components/ui/use-focus-return";
import { useOpening } from "@/components/ui/use-opening";
import { WindowTrigger } from "@/components/ui/window-trigger";

const { Part: DialogWindow, preload } = lazyPart(() => import("@/components/ui/dialog-window"));

/**
 * A window over the page for one short task. Give it a `trigger`, or hold `open` yourself. Focus goes in, stays in and
 * comes back; Escape and a press outside close it.
 */
export function Dialog({
  trigger,
  open: held,
  onOpenChange,
  title,
  description,
  size = "md",
  footer,
  children,
}: {
  trigger?: ReactElement;
  open?: boolean;
  onOpenChange?: (open: boolean) => void;
  title: ReactNode;
  description?: ReactNode;
  size?: "sm" | "md" | "lg";
  /** The buttons, the primary one last. */
  footer?: ReactNode;
  children?: ReactNode;
}) {
  const id = useId();
  const { open, setOpen, wasOpened, trigger: button } = useOpening(held, onOpenChange);
  const returnFocus = useFocusReturn(open, button);
  return (
    <>
      {trigger && (
        <WindowTrigger
          element={trigger}
          elementRef={button}
          open={open}
          contentId={id}
          preload={preload}
          onToggle={() => setOpen(!open)}
        />
      )}
      {wasOpened && (
        <Suspense>
          <DialogWindow
            id={id}
            open={open}
            onOpenChange={setOpen}
            onCloseAutoFocus={returnFocus}
            title={title}
            description={description}
            size={size}
            footer={footer}
          >
            {children}
          </DialogWindow>
        </Suspense>
      )}
    </>
  );
}
