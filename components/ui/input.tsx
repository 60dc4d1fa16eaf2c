"use client";

import type { ComponentProps } from "react";
import { cn } from "@/components/ui/cn";
import { controlClass } from "@/components/ui/control-class";
import { useFieldControl } from "@/components/ui/field-context";

/** A one-line text field. Inside a Field it is labelled and described by it. */
export function Input({ className, ...props }: ComponentProps<"input">) {
  const control = useFieldControl(props);
  return (
    <input
      type="text"
      {...control}
      className={cn(controlClass, "h-8 read-only:bg-surface-1 pointer-coarse:h-10", className)}
    />
  );
}
