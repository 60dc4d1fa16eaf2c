import { type ReactNode, useId } from "react";
import { cn } from "@/components/ui/cn";

/** A part of a page: a heading, a line of facts, actions at the right, and content. No box around it. */
export function Section({
  title,
  description,
  actions,
  headingLevel: Heading = "h2",
  id,
  className,
  children,
}: {
  title: ReactNode;
  description?: ReactNode;
  actions?: ReactNode;
  headingLevel?: "h2" | "h3";
  id?: string;
  className?: string;
  children: ReactNode;
}) {
  const generated = useId();
  const headingId = `${id ?? generated}-heading`;
  return (
    <section id={id} aria-labelledby={headingId} className={cn("grid gap-3", className)}>
      <div className="flex flex-wrap items-end justify-between gap-x-4 gap-y-2">
        <div className="min-w-0">
          <Heading id={headingId} className="text-heading font-semibold">
            {title}
          </Heading>
          {description && <p className="mt-0.5 text-table text-2">{description}</p>}
        </div>
        {actions && <div className="flex flex-wrap items-center gap-2">{actions}</div>}
      </div>
      {children}
    </section>
  );
}
