"use client";

import { Suspense } from "react";
import type { UserMenuProps } from "@/components/shell/shell-user";
import { buttonClass } from "@/components/ui/button-class";
import { lazyPart } from "@/components/ui/lazy-part";
import { Popover } from "@/components/ui/popover";
import { useTranslations } from "@/lib/i18n/use-translations";

const { Part: UserMenuPanel } = lazyPart(() => import("@/components/shell/user-menu-panel"));

/** The first letters of the first and the last name. */
function initials(name: string): string {
  const words = name.trim().split(/\s+/);
  const letters = [words[0], words.length > 1 ? words.at(-1) : undefined].map((word) => word?.[0] ?? "");
  return letters.join("").toLocaleUpperCase();
}

/** Me: name and role, language, theme, sign out. */
export function UserMenu({ user, setLocale, signOut }: UserMenuProps) {
  const t = useTranslations("shell");
  return (
    <Popover
      label={t("account")}
      align="end"
      className="grid w-72 gap-4 p-4"
      trigger={
        <button type="button" className={buttonClass({ variant: "ghost", size: "icon" }, "rounded-full")}>
          <span
            aria-hidden="true"
            className="grid size-7 place-items-center rounded-full bg-surface-2 text-caption font-semibold text-1"
          >
            {initials(user.name)}
          </span>
          <span className="sr-only">{t("accountOf", { name: user.name })}</span>
        </button>
      }
    >
      <Suspense>
        <UserMenuPanel user={user} setLocale={setLocale} signOut={signOut} />
      </Suspense>
    </Popover>
  );
}
