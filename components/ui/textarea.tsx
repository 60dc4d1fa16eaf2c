"use client";

import type { ComponentProps, KeyboardEvent } from "react";
import { cn } from "@/components/ui/cn";
import { controlClass } from "@/components/ui/control-class";
import { useFieldControl } from "@/components/ui/field-context";

/** A text field of several lines that grows with its text. Ctrl-Enter (or Command-Enter) submits its form. */
export function Textarea({ className, onKeyDown, rows = 3, ...props }: ComponentProps<"textarea">) {
  const control = useFieldControl(props);
  const keyDown = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    onKeyDown?.(event);
    if (event.defaultPrevented || event.key !== "Enter" || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    event.currentTarget.form?.requestSubmit();
  };
  return (
    <textarea
      rows={rows}
      {...control}
      onKeyDown={keyDown}
      className={cn(
        controlClass,
        "field-sizing-content max-h-80 read-only:bg-surface-1 min-h-16 resize-y py-1.5",
        className,
      )}
    />
  );
}
