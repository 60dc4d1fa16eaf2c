import { cn } from "@/components/ui/cn";

/** Holds the place of something that is being read. Give it the size of what comes. */
export function Skeleton({ className }: { className?: string }) {
  return (
    <span
      aria-hidden="true"
      className={cn(
        "block h-4 animate-breathe rounded-sm bg-surface-2 motion-reduce:animate-none",
        className,
      )}
    />
  );
}
