import type { ReactNode } from "react";
import { cn } from "@/components/ui/cn";
import { textLinkClass } from "@/components/ui/text-link";

/** A link in a row besides the row's own: a plain one, which the table follows (use-row-press.ts). */
export function RowLink({
  href,
  className,
  children,
}: {
  href: string;
  className?: string;
  children: ReactNode;
}) {
  return (
    <a href={href} className={cn(textLinkClass, "block truncate", className)}>
      {children}
    </a>
  );
}
