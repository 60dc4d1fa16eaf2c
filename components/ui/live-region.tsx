import type { ReactNode } from "react";

/** Says its text to screen readers whenever it changes. It has to be on the page before the first change. */
export function LiveRegion({ children }: { children: ReactNode }) {
  return (
    <div role="status" aria-live="polite" aria-atomic="true" className="sr-only">
      {children}
    </div>
  );
}
