import { cn } from "@/components/ui/cn";

/** How far something has come. Without `max` nobody knows how much there is, and it only shows that it goes on. */
export function ProgressBar({
  label,
  value,
  max,
  className,
}: {
  label: string;
  value: number;
  max: number | null;
  className?: string;
}) {
  const known = max !== null && max > 0;
  const share = known ? Math.min(value / max, 1) : null;
  return (
    <div
      role="progressbar"
      aria-label={label}
      aria-valuemin={0}
      {...(known ? { "aria-valuemax": max, "aria-valuenow": Math.min(value, max) } : {})}
      className={cn("h-1 overflow-hidden rounded-full bg-surface-2", className)}
    >
      <div
        className={cn(
          "h-full rounded-full bg-info transition-[width] duration-300",
          share === null && "w-1/3 animate-breathe",
        )}
        style={share === null ? undefined : { width: `${share * 100}%` }}
      />
    </div>
  );
}
