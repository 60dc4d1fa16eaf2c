import {
  Building2,
  DatabaseZap,
  House,
  type LucideIcon,
  Package,
  Plug,
  Repeat,
  ScrollText,
  Send,
  ShoppingCart,
  Timer,
  Truck,
} from "lucide-react";

export const NAV_KEYS = [
  "home",
  "customers",
  "catalog",
  "carts",
  "orders",
  "outbox",
  "subscriptions",
  "sync",
  "connection",
  "audit",
  "orderSettings",
] as const;
export type NavKey = (typeof NAV_KEYS)[number];

/** A saved view that stands under its list. */
export type NavView = { id: string; name: string; href: string };

/** A way into a part of the portal. The server leaves out what the person may not open. */
export type NavEntry = {
  key: NavKey;
  href: string;
  /** Only for those who run the account; stands last. */
  administration?: boolean;
  views?: readonly NavView[];
};

export const navIcons: Record<NavKey, LucideIcon> = {
  home: House,
  customers: Building2,
  catalog: Package,
  carts: ShoppingCart,
  orders: Truck,
  outbox: Send,
  subscriptions: Repeat,
  sync: DatabaseZap,
  connection: Plug,
  audit: ScrollText,
  orderSettings: Timer,
};

/** The entry whose part of the portal holds the address: the longest `href` it starts with; "/" only for itself. */
export function currentEntry(entries: readonly NavEntry[], pathname: string): NavEntry | undefined {
  return entries
    .filter(({ href }) => pathname === href || (href !== "/" && pathname.startsWith(`${href}/`)))
    .sort((one, other) => other.href.length - one.href.length)[0];
}
