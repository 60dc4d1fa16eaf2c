import {
  Building2,
  House,
  type LucideIcon,
  Package,
  Repeat,
  Settings,
  ShoppingCart,
  Truck,
} from "lucide-react";

export const NAV_KEYS = [
  "home",
  "customers",
  "catalog",
  "carts",
  "orders",
  "subscriptions",
  "administration",
] as const;
export type NavKey = (typeof NAV_KEYS)[number];

/** A way into a part of the portal. The server leaves out what the person may not open. */
export type NavEntry = { key: NavKey; href: string };

export const navIcons: Record<NavKey, LucideIcon> = {
  home: House,
  customers: Building2,
  catalog: Package,
  carts: ShoppingCart,
  orders: Truck,
  subscriptions: Repeat,
  administration: Settings,
};

/** The entry whose part of the portal holds the address: the longest `href` it starts with; "/" only for itself. */
export function currentEntry(entries: readonly NavEntry[], pathname: string): NavEntry | undefined {
  return entries
    .filter(({ href }) => pathname === href || (href !== "/" && pathname.startsWith(`${href}/`)))
    .sort((one, other) => other.href.length - one.href.length)[0];
}
