import { cookies } from "next/headers";
import { redirect } from "next/navigation";
import type { ReactNode } from "react";
import { AppShell } from "@/components/shell/app-shell";
import type { NavEntry } from "@/components/shell/nav-entries";
import type { Actor } from "@/lib/auth/actor";
import { currentActor } from "@/lib/auth/current-actor";
import { mayActor } from "@/lib/auth/require-permission";
import { getConnectionState } from "@/lib/connection/get-connection-state";
import { isRailCollapsed, RAIL_COOKIE } from "@/lib/preferences";
import { routes } from "@/lib/routes";
import { ChosenCustomerSlot } from "./_components/chosen-customer-slot";
import { ConnectionProvider } from "./_components/connection";
import { ConnectionBanner } from "./_components/connection-banner";
import { ConnectionDot } from "./_components/connection-dot";
import { PaletteButton } from "./_components/palette/palette-button";
import { Providers } from "./_components/providers";
import { setLocaleAction, signOutAction } from "./actions";

/** The parts of the portal this person may open. */
function navigationOf(actor: Actor): NavEntry[] {
  const entries: (NavEntry & { allowed: boolean })[] = [
    { key: "home", href: routes.home(), allowed: true },
    { key: "customers", href: routes.customers(), allowed: mayActor(actor, "customers:read") },
    { key: "catalog", href: routes.catalog(), allowed: mayActor(actor, "catalog:read") },
    { key: "carts", href: routes.carts(), allowed: mayActor(actor, "carts:read") },
    { key: "orders", href: routes.orders(), allowed: mayActor(actor, "orders:read") },
    { key: "subscriptions", href: routes.subscriptions(), allowed: mayActor(actor, "subscriptions:read") },
    {
      key: "sync",
      href: routes.adminSync(),
      administration: true,
      allowed: mayActor(actor, "mirror:manage"),
    },
  ];
  return entries.filter(({ allowed }) => allowed).map(({ allowed: _, ...entry }) => entry);
}

/** The signed-in frame: who works here, for whom, and where they may go. */
export default async function PortalLayout({ children }: { children: ReactNode }) {
  const actor = await currentActor();
  if (!actor) redirect(routes.signIn());
  const nav = navigationOf(actor);
  const [cookieStore, connection] = await Promise.all([cookies(), getConnectionState()]);
  return (
    <Providers>
      <ConnectionProvider initial={connection}>
        <AppShell
          nav={nav}
          homeHref={routes.home()}
          railCollapsed={isRailCollapsed(cookieStore.get(RAIL_COOKIE)?.value)}
          customer={<ChosenCustomerSlot />}
          search={
            <PaletteButton
              access={{ userId: actor.userId, nav, mayCreateCustomer: mayActor(actor, "customers:write") }}
            />
          }
          ionState={<ConnectionDot />}
          notice={<ConnectionBanner />}
          user={{ name: actor.name, email: actor.email, role: actor.role }}
          setLocale={setLocaleAction}
          signOut={signOutAction}
        >
          {children}
        </AppShell>
      </ConnectionProvider>
    </Providers>
  );
}
