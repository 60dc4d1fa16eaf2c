import type { ReactNode } from "react";
import { cn } from "@/components/ui/cn";
import { softClass, type Tone } from "@/components/ui/tone";

/** A short word about a thing (a kind, a count). States have StatusBadge. */
export function Badge({
  tone = "neutral",
  className,
  children,
}: {
  tone?: Tone;
  className?: string;
  children: ReactNode;
}) {
  return (
    <span
      className={cn(
        "inline-flex h-5 items-center gap-1 rounded-sm px-1.5 text-caption font-medium whitespace-nowrap",
        softClass[tone],
        className,
      )}
    >
      {children}
    </span>
  );
}
