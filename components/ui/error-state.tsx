import type { ReactNode } from "react";
import { cn } from "@/components/ui/cn";
import { Icon } from "@/components/ui/icon";
import { Reference } from "@/components/ui/reference";

/** Stands where something could not be shown: what is now true, what to do, and the reference to quote. */
export function ErrorState({
  title,
  description,
  reference,
  action,
  className,
}: {
  title: ReactNode;
  description?: ReactNode;
  reference?: string | null;
  action?: ReactNode;
  className?: string;
}) {
  return (
    <div role="alert" className={cn("flex gap-3 rounded border border-line px-5 py-6 sm:px-6", className)}>
      <Icon name="icon-circle-alert" className="mt-0.5 text-danger" />
      <div className="grid min-w-0 justify-items-start gap-3">
        <div className="grid gap-1">
          <p className="font-medium">{title}</p>
          {description && <p className="max-w-prose text-table text-2">{description}</p>}
          {reference && <Reference value={reference} />}
        </div>
        {action && <div className="flex flex-wrap gap-2">{action}</div>}
      </div>
    </div>
  );
}
