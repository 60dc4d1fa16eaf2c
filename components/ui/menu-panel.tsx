"use client";

import { Menu } from "radix-ui/internal";
import { type ComponentProps, type ReactNode, type RefObject, useRef } from "react";
import { cn } from "@/components/ui/cn";
import { floatClass } from "@/components/ui/float-class";
import { useFloatHost } from "@/components/ui/float-host";

const itemClass =
  "flex min-h-8 cursor-pointer items-center gap-2 rounded-sm px-2 py-1 text-table outline-none select-none data-highlighted:bg-surface-2 data-disabled:cursor-not-allowed data-disabled:text-3 pointer-coarse:min-h-11 [&_.icon]:text-3";

/** What a DropdownMenu shows, and its kinds of entries. Loaded when the first one opens. */
export default function MenuPanel({
  id,
  anchor,
  align,
  open,
  onOpenChange,
  byKeyboard,
  children,
}: {
  id: string;
  anchor: RefObject<HTMLElement | null>;
  align: "start" | "end";
  open: boolean;
  onOpenChange: (open: boolean) => void;
  /** Opened by a key: the first entry gets the focus then, otherwise the menu itself. */
  byKeyboard: boolean;
  children: ReactNode;
}) {
  const host = useFloatHost();
  const content = useRef<HTMLDivElement>(null);
  const wentElsewhere = useRef(false);
  return (
    <Menu.Root open={open} onOpenChange={onOpenChange} modal={false}>
      <Menu.Anchor virtualRef={anchor} />
      <Menu.Portal container={host}>
        <Menu.Content
          ref={content}
          id={id}
          aria-labelledby={anchor.current?.id}
          align={align}
          sideOffset={4}
          collisionPadding={8}
          loop
          {...{
            // Radix only knows of keys that were pressed after its code had come.
            onOpenAutoFocus: (event: Event) => {
              const first = content.current?.querySelector<HTMLElement>(
                "[role^=menuitem]:not([data-disabled])",
              );
              if (!byKeyboard || !first) return;
              event.preventDefault();
              first.focus({ preventScroll: true });
            },
          }}
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
          className={cn(floatClass, "min-w-44 p-1")}
        >
          {children}
        </Menu.Content>
      </Menu.Portal>
    </Menu.Root>
  );
}

/** An action. `danger` for what destroys. */
export function MenuItem({
  danger = false,
  className,
  ...rest
}: ComponentProps<typeof Menu.Item> & { danger?: boolean }) {
  return (
    <Menu.Item
      {...rest}
      className={cn(itemClass, danger && "text-danger-text [&_.icon]:text-danger", className)}
    />
  );
}
