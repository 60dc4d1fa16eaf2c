"use client";

import { useLinkStatus } from "next/link";
import { usePathname, useSearchParams } from "next/navigation";
import { currentEntry, type NavEntry, navIcons } from "@/components/shell/nav-entries";
import { cn } from "@/components/ui/cn";
import { Icon } from "@/components/ui/icon";
import { Link } from "@/components/ui/link";
import { Tooltip } from "@/components/ui/tooltip";
import { useTranslations } from "@/lib/i18n/use-translations";

/** Keeps a pressed link pressed until its page has come. */
function Opening() {
  return useLinkStatus().pending ? <span hidden data-opening="" /> : null;
}

/** The parts of the portal, the open one marked. `iconsOnly` keeps the words for screen readers and shows them on hover and focus. */
export function NavList({
  entries,
  iconsOnly = false,
  onNavigate,
}: {
  entries: readonly NavEntry[];
  iconsOnly?: boolean;
  onNavigate?: () => void;
}) {
  const t = useTranslations("shell");
  const pathname = usePathname();
  const openView = useSearchParams().get("view");
  const current = currentEntry(entries, pathname);
  return (
    <ul className="grid gap-px">
      {entries.map((entry, index) => {
        const isCurrent = entry.key === current?.key;
        const label = t(`nav.${entry.key}`);
        const link = (
          <Link
            href={entry.href}
            aria-current={
              isCurrent
                ? pathname === entry.href && !entry.views?.some(({ id }) => id === openView)
                  ? "page"
                  : "true"
                : undefined
            }
            onClick={onNavigate}
            className={cn(
              "relative flex h-8 items-center gap-2.5 rounded px-2 -outline-offset-2 transition-colors duration-100 pointer-coarse:h-11",
              isCurrent
                ? "bg-accent-soft font-medium text-1 [&_.icon]:text-accent"
                : "text-2 hover:bg-surface-2 hover:text-1 active:bg-surface-2 has-data-opening:bg-surface-2 has-data-opening:text-1",
            )}
          >
            <Opening />
            <Icon name={navIcons[entry.key]} />
            <span className={iconsOnly ? "sr-only" : "truncate"}>{label}</span>
          </Link>
        );
        return (
          <li
            key={entry.key}
            className={cn(
              entry.administration && !entries[index - 1]?.administration && "mt-2 border-t border-line pt-2",
            )}
          >
            {iconsOnly ? (
              <Tooltip text={label} side="right">
                {link}
              </Tooltip>
            ) : (
              link
            )}
            {!iconsOnly && entry.views && entry.views.length > 0 && (
              <ul className="mt-px grid gap-px">
                {entry.views.map((view) => (
                  <li key={view.id}>
                    <Link
                      href={view.href}
                      aria-current={isCurrent && view.id === openView ? "page" : undefined}
                      onClick={onNavigate}
                      className={cn(
                        "flex min-h-7 items-center rounded py-1 pr-2 pl-8.5 text-table -outline-offset-2 transition-colors duration-100 pointer-coarse:min-h-11",
                        isCurrent && view.id === openView
                          ? "bg-surface-2 font-medium text-1"
                          : "text-2 hover:bg-surface-2 hover:text-1 active:bg-surface-2",
                      )}
                    >
                      <span className="truncate">{view.name}</span>
                    </Link>
                  </li>
                ))}
              </ul>
            )}
          </li>
        );
      })}
    </ul>
  );
}
