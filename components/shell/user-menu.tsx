"use client";

import { LogOut } from "lucide-react";
import { useRouter } from "next/navigation";
import { useLocale, useTranslations } from "next-intl";
import { useTransition } from "react";
import { buttonClass } from "@/components/ui/button-class";
import { Popover } from "@/components/ui/popover";
import { Segmented } from "@/components/ui/segmented";
import { SubmitButton } from "@/components/ui/submit-button";
import { ThemeToggle } from "@/components/ui/theme-toggle";

export type ShellUser = { name: string; email: string; role: "owner" | "admin" | "sales" };

export type UserMenuProps = {
  user: ShellUser;
  /** Remembers the language ("en" or "fr") on the server; the page is then painted again. */
  setLocale: (locale: string) => Promise<unknown>;
  /** Ends the session and leads to the sign-in page. */
  signOut: () => Promise<void>;
};

/** The first letters of the first and the last name. */
function initials(name: string): string {
  const words = name.trim().split(/\s+/);
  const letters = [words[0], words.length > 1 ? words.at(-1) : undefined].map((word) => word?.[0] ?? "");
  return letters.join("").toLocaleUpperCase();
}

/** Me: name and role, language, theme, sign out. */
export function UserMenu({ user, setLocale, signOut }: UserMenuProps) {
  const t = useTranslations("shell");
  const locale = useLocale();
  const router = useRouter();
  const [pending, startTransition] = useTransition();
  const changeLocale = (next: string) =>
    startTransition(async () => {
      await setLocale(next);
      router.refresh();
    });
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
      <div className="min-w-0">
        <p className="truncate font-medium">{user.name}</p>
        <p className="truncate text-table text-2">{user.email}</p>
        <p className="text-table text-3">{t(`role.${user.role}`)}</p>
      </div>
      <div className="grid gap-1">
        <p aria-hidden="true" className="text-caption text-3">
          {t("language")}
        </p>
        <Segmented
          label={t("language")}
          value={locale}
          onChange={changeLocale}
          className={pending ? "w-full opacity-60" : "w-full"}
          options={[
            { value: "en", label: "English" },
            { value: "fr", label: "Français" },
          ]}
        />
      </div>
      <div className="grid gap-1">
        <p aria-hidden="true" className="text-caption text-3">
          {t("theme")}
        </p>
        <ThemeToggle />
      </div>
      <form action={signOut} className="border-t border-line pt-3">
        <SubmitButton variant="secondary" className="w-full">
          <LogOut aria-hidden="true" />
          {t("signOut")}
        </SubmitButton>
      </form>
    </Popover>
  );
}
