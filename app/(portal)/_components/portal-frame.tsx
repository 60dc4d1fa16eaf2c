"use client";

import type { ReactNode } from "react";
import { AppShell } from "@/components/shell/app-shell";
import type { NavEntry } from "@/components/shell/nav-entries";
import type { UserMenuProps } from "@/components/shell/shell-user";
import type { ConnectionView } from "@/lib/connection/schemas";
import { routes } from "@/lib/routes";
import { ConnectionProvider } from "./connection";
import { ConnectionBanner } from "./connection-banner";
import { ConnectionDot } from "./connection-dot";
import type { PaletteAccess } from "./palette/palette-access";
import { PaletteButton } from "./palette/palette-button";
import { Providers } from "./providers";

/**
 * The frame of every page behind the sign-in, and what its parts share. It travels with each page as one component: each
 * part by itself would be described to the browser, and revived there, on its own.
 */
export function PortalFrame({
  connection,
  nav,
  access,
  ...frame
}: UserMenuProps & {
  /** How Ion is doing, as the server saw it. */
  connection: ConnectionView;
  nav: readonly NavEntry[];
  access: Omit<PaletteAccess, "nav">;
  railCollapsed: boolean;
  /** Whom I work for: read by the server in its own time. */
  customer: ReactNode;
  children: ReactNode;
}) {
  return (
    <Providers>
      <ConnectionProvider initial={connection}>
        <AppShell
          {...frame}
          nav={nav}
          homeHref={routes.home()}
          search={<PaletteButton access={{ ...access, nav }} />}
          ionState={<ConnectionDot />}
          notice={<ConnectionBanner />}
        />
      </ConnectionProvider>
    </Providers>
  );
}
