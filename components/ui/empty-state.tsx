import type { ReactNode } from "react";
import { cn } from "@/components/ui/cn";

/** Stands where a list will be: what the list will hold, and the first step. */
export function EmptyState({
  title,
  description,
  action,
  className,
}: {
  title: ReactNode;
  description?: ReactNode;
  action?: ReactNode;
  className?: string;
}) {
  return (
    <div
      className={cn(
        "grid justify-items-start gap-3 rounded border border-dashed border-line px-6 py-8 sm:px-8",
        className,
      )}
    >
      <div>
        <p className="font-medium">{title}</p>
        {description && <p className="mt-1 max-w-prose text-table text-2">{description}</p>}
      </div>
      {action && <div className="flex flex-wrap gap-2">{action}</div>}
    </div>
  );
}
