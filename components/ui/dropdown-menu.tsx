"use client";

import { DropdownMenu as Radix } from "radix-ui";
import type { ComponentProps, ReactElement, ReactNode } from "react";
import { cn } from "@/components/ui/cn";
import { floatClass } from "@/components/ui/float-class";
import { useFloatHost } from "@/components/ui/float-host";

const itemClass =
  "flex min-h-8 cursor-pointer items-center gap-2 rounded-sm px-2 py-1 text-table outline-none select-none data-highlighted:bg-surface-2 data-disabled:cursor-not-allowed data-disabled:text-3 pointer-coarse:min-h-11 [&_svg]:size-4 [&_svg]:shrink-0 [&_svg]:text-3";

/** Actions behind a button. Not modal: the page stays scrollable and nothing is injected to lock it. */
export function DropdownMenu({
  trigger,
  align = "end",
  children,
}: {
  trigger: ReactElement;
  align?: "start" | "end";
  children: ReactNode;
}) {
  const host = useFloatHost();
  return (
    <Radix.Root modal={false}>
      <Radix.Trigger asChild>{trigger}</Radix.Trigger>
      <Radix.Portal container={host}>
        <Radix.Content
          align={align}
          sideOffset={4}
          collisionPadding={8}
          loop
          className={cn(floatClass, "min-w-44 p-1")}
        >
          {children}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}

/** An action. `danger` for what destroys. */
export function MenuItem({
  danger = false,
  className,
  ...rest
}: ComponentProps<typeof Radix.Item> & { danger?: boolean }) {
  return (
    <Radix.Item
      {...rest}
      className={cn(itemClass, danger && "text-danger-text [&_svg]:text-danger", className)}
    />
  );
}
