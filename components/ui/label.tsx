import type { ComponentProps } from "react";
import { cn } from "@/components/ui/cn";

/** The words above a control. */
export function Label({
  className,
  htmlFor,
  children,
  ...rest
}: ComponentProps<"label"> & { htmlFor: string }) {
  return (
    <label {...rest} htmlFor={htmlFor} className={cn("text-table font-medium text-1", className)}>
      {children}
    </label>
  );
}
