import type { IconName } from "@/components/ui/icon";

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

export const navIcons: Record<NavKey, IconName> = {
  home: "icon-house",
  customers: "icon-building-2",
  catalog: "icon-package",
  carts: "icon-shopping-cart",
  orders: "icon-truck",
  outbox: "icon-send",
  subscriptions: "icon-repeat",
  sync: "icon-database-zap",
  connection: "icon-plug",
  audit: "icon-scroll-text",
  orderSettings: "icon-timer",
};

/** The entry whose part of the portal holds the address: the longest `href` it starts with; "/" only for itself. */
export function currentEntry(entries: readonly NavEntry[], pathname: string): NavEntry | undefined {
  return entries
    .filter(({ href }) => pathname === href || (href !== "/" && pathname.startsWith(`${href}/`)))
    .sort((one, other) => other.href.length - one.href.length)[0];
}
