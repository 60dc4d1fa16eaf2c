"use client";

import { useState } from "react";
import { Brand } from "@/components/shell/brand";
import type { NavEntry } from "@/components/shell/nav-entries";
import { NavList } from "@/components/shell/nav-list";
import { cn } from "@/components/ui/cn";
import { Icon } from "@/components/ui/icon";
import { writePreference } from "@/components/ui/write-preference";
import { useTranslations } from "@/lib/i18n/use-translations";
import { RAIL_COOKIE } from "@/lib/preferences";

/** The left rail on anything wider than a phone. Folded to icons it stays so, also for the server's next paint. */
export function Rail({
  entries,
  homeHref,
  initiallyCollapsed,
}: {
  entries: readonly NavEntry[];
  homeHref: string;
  initiallyCollapsed: boolean;
}) {
  const t = useTranslations("shell");
  const [collapsed, setCollapsed] = useState(initiallyCollapsed);
  const toggle = () => {
    setCollapsed(!collapsed);
    writePreference(RAIL_COOKIE, collapsed ? undefined : "collapsed");
  };
  const words = collapsed ? t("expandRail") : t("collapseRail");
  return (
    <nav
      aria-label={t("mainNavigation")}
      data-print="hide"
      className={cn(
        "sticky top-0 hidden h-dvh shrink-0 flex-col border-r border-line bg-surface-1 md:flex",
        collapsed ? "w-14" : "w-54",
      )}
    >
      <div className={cn("flex h-12 shrink-0 items-center", collapsed ? "justify-center" : "px-3")}>
        <Brand href={homeHref} name={t("product")} iconOnly={collapsed} />
      </div>
      <div className="min-h-0 flex-1 overflow-y-auto px-3 py-2">
        <NavList entries={entries} iconsOnly={collapsed} />
      </div>
      <div className="shrink-0 p-3">
        <button
          type="button"
          onClick={toggle}
          title={collapsed ? words : undefined}
          className="flex h-8 w-full items-center gap-2.5 rounded px-2 text-3 -outline-offset-2 hover:bg-surface-2 hover:text-1"
        >
          <Icon name={collapsed ? "icon-panel-left-open" : "icon-panel-left-close"} />
          <span className={collapsed ? "sr-only" : "truncate text-table"}>{words}</span>
        </button>
      </div>
    </nav>
  );
}
