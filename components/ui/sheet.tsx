"use client";

import { type ReactElement, type ReactNode, Suspense, useId } from "react";
import { lazyPart } from "@/components/ui/lazy-part";
import { useFocusReturn } from "@/components/ui/use-focus-return";
import { useOpening } from "@/components/ui/use-opening";
import { WindowTrigger } from "@/components/ui/window-trigger";

const { Part: SheetWindow, preload } = lazyPart(() => import("@/components/ui/sheet-window"));

/** A panel that slides over the page from one side: navigation or filters on a phone, a closer look on a large screen. */
export function Sheet({
  trigger,
  open: held,
  onOpenChange,
  title,
  side = "left",
  footer,
  children,
}: {
  trigger?: ReactElement;
  open?: boolean;
  onOpenChange?: (open: boolean) => void;
  title: ReactNode;
  side?: "left" | "right";
  footer?: ReactNode;
  children: ReactNode;
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
          <SheetWindow
            id={id}
            open={open}
            onOpenChange={setOpen}
            onCloseAutoFocus={returnFocus}
            title={title}
            side={side}
            footer={footer}
          >
            {children}
          </SheetWindow>
        </Suspense>
      )}
    </>
  );
}
