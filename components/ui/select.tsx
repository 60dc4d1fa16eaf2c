"use client";

import type { ComponentProps } from "react";
import { cn } from "@/components/ui/cn";
import { controlClass } from "@/components/ui/control-class";
import { useFieldControl } from "@/components/ui/field-context";
import { Icon } from "@/components/ui/icon";

/** The browser's own select in our frame: its list is familiar, works by keyboard and on phones. Pass `option`s. */
export function Select({ className, children, ...props }: ComponentProps<"select">) {
  const control = useFieldControl(props);
  return (
    <span className={cn("relative inline-flex w-full", className)}>
      <select {...control} className={cn(controlClass, "h-8 appearance-none pr-8 pointer-coarse:h-10")}>
        {children}
      </select>
      <Icon
        name="icon-chevron-down"
        className="pointer-events-none absolute top-1/2 right-2.5 -translate-y-1/2 text-3"
      />
    </span>
  );
}
