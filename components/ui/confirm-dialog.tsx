"use client";

import { type ReactElement, Suspense, useId } from "react";
import type { Confirmation } from "@/components/ui/confirm-window";
import { lazyPart } from "@/components/ui/lazy-part";
import { useFocusReturn } from "@/components/ui/use-focus-return";
import { useOpening } from "@/components/ui/use-opening";
import { WindowTrigger } from "@/components/ui/window-trigger";

const { Part: ConfirmWindow, preload } = lazyPart(() => import("@/components/ui/confirm-window"));

/**
 * Asks before something that is hard to undo. `onConfirm` runs while the button shows it; the dialog closes when it is
 * done, and stays open when it returns false (then show why as `children`, in a Banner). With `phrase` the person has
 * to type it first, for losses that nobody can repair.
 */
export function ConfirmDialog({
  trigger,
  open: held,
  onOpenChange,
  ...confirmation
}: Confirmation & {
  trigger?: ReactElement;
  open?: boolean;
  onOpenChange?: (open: boolean) => void;
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
          <ConfirmWindow
            {...confirmation}
            id={id}
            open={open}
            onOpenChange={setOpen}
            onCloseAutoFocus={returnFocus}
          />
        </Suspense>
      )}
    </>
  );
}
