"use client";

import type { ReactNode } from "react";
import { Breadcrumbs } from "@/components/shell/breadcrumbs";
import type { NavEntry } from "@/components/shell/nav-entries";
import { NavSheet } from "@/components/shell/nav-sheet";
import { Rail } from "@/components/shell/rail";
import type { UserMenuProps } from "@/components/shell/shell-user";
import { UserMenu } from "@/components/shell/user-menu";
import { FloatHost, FloatProvider } from "@/components/ui/float-host";
import { SkipLink } from "@/components/ui/skip-link";
import { Toaster } from "@/components/ui/toaster";
import { useTranslations } from "@/lib/i18n/use-translations";

const MAIN = "main";

/**
 * The frame of every page behind the sign-in: rail, top bar, content. `nav` holds only what this person may open;
 * `railCollapsed` comes from the rail's cookie.
 */
export function AppShell({
  nav,
  homeHref,
  railCollapsed = false,
  customer,
  search,
  ionState,
  notice,
  children,
  ...menu
}: UserMenuProps & {
  nav: readonly NavEntry[];
  homeHref: string;
  railCollapsed?: boolean;
  /** Whom I work for: the chosen customer and the way to choose another. */
  customer?: ReactNode;
  search?: ReactNode;
  ionState?: ReactNode;
  /** A line over every page, in the gap above its head: 20 px high. */
  notice?: ReactNode;
  children: ReactNode;
}) {
  const t = useTranslations("shell");
  return (
    <FloatProvider>
      <div className="flex min-h-dvh [--table-top:3rem]">
        <SkipLink targetId={MAIN}>{t("skipToContent")}</SkipLink>
        <Rail entries={nav} homeHref={homeHref} initiallyCollapsed={railCollapsed} />
        <div className="flex min-w-0 flex-1 flex-col">
          <header
            data-print="hide"
            className="sticky top-0 z-30 flex h-12 items-center gap-2 border-b border-line bg-surface-0 px-4 sm:px-6"
          >
            <NavSheet entries={nav} />
            <div className="min-w-0 flex-1">
              <Breadcrumbs entries={nav} />
            </div>
            <div className="flex min-w-0 items-center gap-1.5">
              {customer}
              {search}
              {ionState}
              <UserMenu {...menu} />
            </div>
          </header>
          {notice && <div className="relative">{notice}</div>}
          <main
            id={MAIN}
            tabIndex={-1}
            className="mx-auto w-full max-w-[86rem] flex-1 px-4 pt-6 pb-16 sm:px-6"
          >
            {children}
            <FloatHost />
          </main>
        </div>
        <Toaster />
      </div>
    </FloatProvider>
  );
}
