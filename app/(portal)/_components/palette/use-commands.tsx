"use client";

import { usePathname, useRouter } from "next/navigation";
import { useLocale } from "next-intl";
import { navIcons } from "@/components/shell/nav-entries";
import type { IconName } from "@/components/ui/icon";
import { chooseTheme } from "@/components/ui/theme-store";
import { toast } from "@/components/ui/toast-store";
import { useTranslations } from "@/lib/i18n/use-translations";
import type { SyncResource } from "@/lib/mirror/sync-schemas";
import { routes } from "@/lib/routes";
import { refreshListAction, setLocaleAction, signOutAction } from "../../actions";
import { CHOOSE_CUSTOMER } from "../customer-switcher";
import type { PaletteAccess } from "./palette-access";
import { forgetRecent } from "./recent-items";

export type Command = { id: string; label: string; icon: IconName; href?: string; run: () => void };

const RESOURCES: readonly [string, SyncResource][] = [
  [routes.catalog(), "products"],
  [routes.orders(), "orders"],
  [routes.subscriptions(), "subscriptions"],
  [routes.customers(), "customers"],
];

/** Which of Ion's lists the page shows: a customer's tab counts for what it lists. */
export function resourceOfPath(pathname: string): SyncResource | null {
  const found = RESOURCES.find(([path]) => pathname === path || pathname.endsWith(path));
  return found?.[1] ?? null;
}

function exportLink(): HTMLAnchorElement | null {
  return document.querySelector<HTMLAnchorElement>("a[data-list-export]");
}

/** What can be done from the palette on this page, by this person. */
export function useCommands(access: PaletteAccess): Command[] {
  const t = useTranslations("palette.commands");
  const nav = useTranslations("shell.nav");
  const router = useRouter();
  const pathname = usePathname();
  const locale = useLocale();
  const other = locale === "fr" ? "en" : "fr";
  const resource = resourceOfPath(pathname);
  const commands: (Command | false)[] = [
    ...access.nav.map(({ key, href }) => ({
      id: `go-${key}`,
      label: t("goTo", { place: nav(key) }),
      icon: navIcons[key],
      href,
      run: () => router.push(href),
    })),
    access.mayCreateCustomer && {
      id: "new-customer",
      label: t("newCustomer"),
      icon: "icon-plus",
      href: routes.newCustomer(),
      run: () => router.push(routes.newCustomer()),
    },
    {
      id: "choose-customer",
      label: t("chooseCustomer"),
      icon: "icon-building-2",
      // The palette gives the focus back as it closes; the field takes it after that.
      run: () => setTimeout(() => document.dispatchEvent(new Event(CHOOSE_CUSTOMER)), 50),
    },
    resource !== null && {
      id: "refresh",
      label: t("refresh"),
      icon: "icon-rotate-cw",
      run: async () => {
        const result = await refreshListAction({ resource }).catch(() => null);
        toast(
          result?.ok ? { tone: "info", title: t("refreshAsked") } : { tone: "danger", title: t("failed") },
        );
        router.refresh();
      },
    },
    typeof document !== "undefined" &&
      exportLink() !== null && {
        id: "export",
        label: t("export"),
        icon: "icon-download",
        run: () => exportLink()?.click(),
      },
    { id: "theme-light", label: t("themeLight"), icon: "icon-sun", run: () => chooseTheme("light") },
    { id: "theme-dark", label: t("themeDark"), icon: "icon-moon", run: () => chooseTheme("dark") },
    { id: "theme-system", label: t("themeSystem"), icon: "icon-monitor", run: () => chooseTheme("system") },
    {
      id: "language",
      label: t("language"),
      icon: "icon-languages",
      run: async () => {
        await setLocaleAction(other);
        router.refresh();
      },
    },
    {
      id: "sign-out",
      label: t("signOut"),
      icon: "icon-log-out",
      run: () => {
        forgetRecent(access.userId);
        void signOutAction();
      },
    },
  ];
  return commands.filter((command) => command !== false);
}
