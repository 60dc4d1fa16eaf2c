import { cookies } from "next/headers";
import { redirect } from "next/navigation";
import type { ReactNode } from "react";
import { FRAME_TEXTS } from "@/app/_components/portal-texts";
import { Texts } from "@/app/_components/texts";
import type { NavEntry } from "@/components/shell/nav-entries";
import type { Actor } from "@/lib/auth/actor";
import { currentActor } from "@/lib/auth/current-actor";
import { mayActor } from "@/lib/auth/require-permission";
import { getConnectionState } from "@/lib/connection/get-connection-state";
import { isRailCollapsed, RAIL_COOKIE } from "@/lib/preferences";
import { routes } from "@/lib/routes";
import { listViews } from "@/lib/views/list-views";
import type { View } from "@/lib/views/schemas";
import { viewHref } from "@/lib/views/view-href";
import { ChosenCustomerSlot } from "./_components/chosen-customer-slot";
import { PortalFrame } from "./_components/portal-frame";
import { setLocaleAction, signOutAction } from "./actions";

/** The parts of the portal this person may open. */
function navigationOf(actor: Actor, views: readonly View[]): NavEntry[] {
  const pinned = views.filter((view) => view.pinned);
  const viewsOf = (list: View["list"]) => ({
    views: pinned
      .filter((view) => view.list === list)
      .map((view) => ({ id: view.id, name: view.name, href: viewHref(view) })),
  });
  const entries: (NavEntry & { allowed: boolean })[] = [
    { key: "home", href: routes.home(), allowed: true },
    {
      key: "customers",
      href: routes.customers(),
      allowed: mayActor(actor, "customers:read"),
      ...viewsOf("customers"),
    },
    {
      key: "catalog",
      href: routes.catalog(),
      allowed: mayActor(actor, "catalog:read"),
      ...viewsOf("catalog"),
    },
    { key: "carts", href: routes.carts(), allowed: mayActor(actor, "carts:read") },
    { key: "orders", href: routes.orders(), allowed: mayActor(actor, "orders:read"), ...viewsOf("orders") },
    { key: "outbox", href: routes.outbox(), allowed: mayActor(actor, "orders:place") },
    {
      key: "subscriptions",
      href: routes.subscriptions(),
      allowed: mayActor(actor, "subscriptions:read"),
      ...viewsOf("subscriptions"),
    },
    {
      key: "sync",
      href: routes.adminSync(),
      administration: true,
      allowed: mayActor(actor, "mirror:manage"),
    },
    {
      key: "connection",
      href: routes.adminConnection(),
      administration: true,
      allowed: mayActor(actor, "connection:manage"),
    },
    {
      key: "audit",
      href: routes.adminAudit(),
      administration: true,
      allowed: mayActor(actor, "audit:read"),
    },
    {
      key: "orderSettings",
      href: routes.adminOrders(),
      administration: true,
      allowed: mayActor(actor, "orders:configure"),
    },
  ];
  return entries.filter(({ allowed }) => allowed).map(({ allowed: _, ...entry }) => entry);
}

/** The signed-in frame: who works here, for whom, and where they may go. */
export default async function PortalLayout({ children }: { children: ReactNode }) {
  const actor = await currentActor();
  if (!actor) redirect(routes.signIn());
  const [cookieStore, connection, views] = await Promise.all([cookies(), getConnectionState(), listViews()]);
  return (
    <Texts of={FRAME_TEXTS}>
      <PortalFrame
        connection={connection}
        nav={navigationOf(actor, views)}
        access={{ userId: actor.userId, mayCreateCustomer: mayActor(actor, "customers:write") }}
        railCollapsed={isRailCollapsed(cookieStore.get(RAIL_COOKIE)?.value)}
        customer={<ChosenCustomerSlot />}
        user={{ name: actor.name, email: actor.email, role: actor.role }}
        setLocale={setLocaleAction}
        signOut={signOutAction}
      >
        {children}
      </PortalFrame>
    </Texts>
  );
}
