"use client";

import { type KeyboardEvent, lazy, type ReactElement, type ReactNode, Suspense, useId, useRef } from "react";
import { lazyPart } from "@/components/ui/lazy-part";
import { useOpening } from "@/components/ui/use-opening";
import { withProps } from "@/components/ui/with-props";

const load = () => import("@/components/ui/menu-panel");
const { Part: MenuPanel, preload } = lazyPart(load);

/** An action. `danger` for what destroys. It comes with the menu's own code. */
export const MenuItem = lazy(async () => ({ default: (await load()).MenuItem }));

/**
 * Actions behind a button: a press, Enter, Space or the down arrow opens. Not modal: the page stays scrollable and nothing is
 * injected to lock it.
 */
export function DropdownMenu({
  trigger,
  align = "end",
  children,
}: {
  trigger: ReactElement<{ id?: string }>;
  align?: "start" | "end";
  children: ReactNode;
}) {
  const ownId = useId();
  const contentId = useId();
  const byKeyboard = useRef(false);
  const { open, setOpen, wasOpened, trigger: button } = useOpening(undefined, undefined);
  const toggle = (key: boolean) => {
    byKeyboard.current = key;
    setOpen(!open);
  };
  return (
    <>
      {withProps(trigger, {
        id: trigger.props.id ?? ownId,
        ref: button,
        "aria-haspopup": "menu",
        "aria-expanded": open,
        "aria-controls": open ? contentId : undefined,
        "data-state": open ? "open" : "closed",
        onPointerEnter: preload,
        onFocus: preload,
        // A click without a press before it is a key's, or assistive technology's.
        onClick: (event: MouseEvent) => toggle(event.detail === 0),
        onKeyDown: (event: KeyboardEvent) => {
          if (event.key !== "ArrowDown" || open) return;
          event.preventDefault();
          toggle(true);
        },
      })}
      {wasOpened && (
        <Suspense>
          <MenuPanel
            id={contentId}
            anchor={button}
            align={align}
            open={open}
            onOpenChange={setOpen}
            byKeyboard={byKeyboard.current}
          >
            {children}
          </MenuPanel>
        </Suspense>
      )}
    </>
  );
}
