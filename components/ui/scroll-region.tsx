"use client";

import { type ReactNode, type RefObject, useEffect, useRef, useState } from "react";
import { cn } from "@/components/ui/cn";

type Edges = { overflows: boolean; moreLeft: boolean; moreRight: boolean };

function useEdges(region: RefObject<HTMLDivElement | null>): Edges {
  const [edges, setEdges] = useState<Edges>({ overflows: false, moreLeft: false, moreRight: false });
  useEffect(() => {
    const element = region.current;
    if (!element) return;
    const measure = () => {
      // One pixel of tolerance: zoomed pages report fractions.
      const hidden = element.scrollWidth - element.clientWidth;
      const next = {
        overflows: hidden > 1,
        moreLeft: element.scrollLeft > 1,
        moreRight: hidden - element.scrollLeft > 1,
      };
      setEdges((now) =>
        now.overflows === next.overflows && now.moreLeft === next.moreLeft && now.moreRight === next.moreRight
          ? now
          : next,
      );
    };
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    if (element.firstElementChild) observer.observe(element.firstElementChild);
    element.addEventListener("scroll", measure, { passive: true });
    return () => {
      observer.disconnect();
      element.removeEventListener("scroll", measure);
    };
  }, [region]);
  return edges;
}

/**
 * Holds one wide thing (a table). While it fits, it is no box at all, so a sticky header sticks to the page. When it
 * does not, it scrolls by itself, can be focused and scrolled by keyboard, and a shade at the edge says there is more.
 */
export function ScrollRegion({
  label,
  className,
  children,
}: {
  label: string;
  className?: string;
  children: ReactNode;
}) {
  const region = useRef<HTMLDivElement>(null);
  const { overflows, moreLeft, moreRight } = useEdges(region);
  const focusable = overflows ? { role: "group", "aria-label": label, tabIndex: 0 } : {};
  return (
    <div className={cn("relative min-w-0", className)}>
      <div
        ref={region}
        {...focusable}
        data-scroll-region=""
        data-overflows={overflows || undefined}
        data-scrolled={moreLeft || undefined}
        className={cn(
          // Positioned, so that what is only read out inside it is clipped with the rest.
          "group/scroll relative -outline-offset-2",
          overflows ? "max-h-[80dvh] overflow-auto overscroll-x-contain" : "overflow-x-clip",
        )}
      >
        {children}
      </div>
      {moreRight && (
        <div
          aria-hidden="true"
          className="pointer-events-none absolute inset-y-0 right-0 w-4 shadow-(--shadow-edge) print:hidden"
        />
      )}
    </div>
  );
}
