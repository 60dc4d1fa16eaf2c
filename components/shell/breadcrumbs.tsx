"use client";

import { usePathname } from "next/navigation";
import { useSyncExternalStore } from "react";
import { currentCrumbs, noCrumbs, subscribeToCrumbs } from "@/components/shell/breadcrumb-store";
import { currentEntry, type NavEntry } from "@/components/shell/nav-entries";
import { Icon } from "@/components/ui/icon";
import { Link } from "@/components/ui/link";
import { useTranslations } from "@/lib/i18n/use-translations";

/** Where I am: the section, then what the page adds with PageCrumbs. On a phone only the way back up is shown. */
export function Breadcrumbs({ entries }: { entries: readonly NavEntry[] }) {
  const t = useTranslations("shell");
  const pathname = usePathname();
  const crumbs = useSyncExternalStore(subscribeToCrumbs, currentCrumbs, noCrumbs);
  const section = currentEntry(entries, pathname);
  const trail = [...(section ? [{ label: t(`nav.${section.key}`), href: section.href }] : []), ...crumbs];
  return (
    <nav aria-label={t("breadcrumb")} className="min-w-0">
      <ol className="flex min-w-0 items-center gap-1 text-table">
        {trail.map((crumb, index) => {
          const last = index === trail.length - 1;
          const here = last && (crumb.href === undefined || crumb.href === pathname);
          return (
            <li
              // biome-ignore lint/suspicious/noArrayIndexKey: the place in the trail is what identifies a crumb
              key={index}
              className="flex min-w-0 items-center gap-1 max-sm:not-last:hidden"
            >
              {index > 0 && <Icon name="icon-chevron-right" className="size-3.5 text-3 max-sm:hidden" />}
              {here || crumb.href === undefined ? (
                <span aria-current={here ? "page" : undefined} className="truncate text-1">
                  {crumb.label}
                </span>
              ) : (
                <Link href={crumb.href} className="min-w-0 truncate rounded-sm py-1 text-2 hover:text-1">
                  {crumb.label}
                </Link>
              )}
            </li>
          );
        })}
      </ol>
    </nav>
  );
}
