import type { ReactNode } from "react";

/** A link in a row besides the row's own: a plain one, which the table follows (use-row-press.ts). */
export function RowLink({
  href,
  className,
  children,
}: {
  href: string;
  /** Puts bounds to its width. */
  className?: string;
  children: ReactNode;
}) {
  return (
    <a href={href} className={className ? `dt-side-link ${className}` : "dt-side-link"}>
      {children}
    </a>
  );
}
