"use client";

import { usePathname } from "next/navigation";
import type { ReactNode } from "react";
import { cn } from "@/components/ui/cn";
import { Link } from "@/components/ui/link";

export type TabLink = {
  href: string;
  label: ReactNode;
  /** How many things are behind it, when we know exactly. */
  count?: number;
};

/** The parts of a page as links. The one whose address is open is marked; `currentHref` overrides that. */
export function TabNav({
  label,
  tabs,
  currentHref,
  className,
}: {
  label: string;
  tabs: readonly TabLink[];
  currentHref?: string;
  className?: string;
}) {
  const pathname = usePathname();
  const current = currentHref ?? pathname;
  return (
    <nav
      aria-label={label}
      data-print="hide"
      className={cn("-mx-1 overflow-x-auto border-b border-line", className)}
    >
      <ul className="flex gap-1">
        {tabs.map((tab) => {
          const isCurrent = tab.href.split("?")[0] === current.split("?")[0];
          return (
            <li key={tab.href}>
              <Link
                href={tab.href}
                aria-current={isCurrent ? "page" : undefined}
                className={cn(
                  "relative flex h-9 items-center gap-1.5 px-2 text-body whitespace-nowrap -outline-offset-2 pointer-coarse:h-11",
                  isCurrent
                    ? "font-medium text-1 after:absolute after:inset-x-2 after:bottom-0 after:h-0.5 after:rounded-full after:bg-accent"
                    : "text-2 hover:text-1",
                )}
              >
                {tab.label}
                {tab.count !== undefined && (
                  <span className="text-caption text-3 tabular-nums">{tab.count}</span>
                )}
              </Link>
            </li>
          );
        })}
      </ul>
    </nav>
  );
}
