import type { ReactNode } from "react";
import { cn } from "@/components/ui/cn";

/** The head of a page: title, a badge beside it, one line of facts, actions at the right, tabs under it. */
export function PageHeader({
  title,
  badge,
  facts,
  actions,
  tabs,
  className,
}: {
  title: ReactNode;
  badge?: ReactNode;
  facts?: ReactNode;
  /** One primary action at most. */
  actions?: ReactNode;
  tabs?: ReactNode;
  className?: string;
}) {
  return (
    <div className={cn("grid gap-4 pb-5", className)}>
      <div className="flex flex-wrap items-start justify-between gap-x-6 gap-y-3">
        <div className="min-w-0">
          <div className="flex flex-wrap items-center gap-x-2.5 gap-y-1">
            <h1 className="min-w-0 text-title font-semibold break-words">{title}</h1>
            {badge}
          </div>
          {facts && <div className="mt-1 text-table text-2">{facts}</div>}
        </div>
        {actions && (
          <div data-print="hide" className="flex flex-wrap items-center gap-2">
            {actions}
          </div>
        )}
      </div>
      {tabs}
    </div>
  );
}
