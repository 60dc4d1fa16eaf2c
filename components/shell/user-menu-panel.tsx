"use client";

import { useRouter } from "next/navigation";
import { useLocale } from "next-intl";
import { useTransition } from "react";
import type { UserMenuProps } from "@/components/shell/shell-user";
import { Icon } from "@/components/ui/icon";
import { Segmented } from "@/components/ui/segmented";
import { SubmitButton } from "@/components/ui/submit-button";
import { ThemeToggle } from "@/components/ui/theme-toggle";
import { useTranslations } from "@/lib/i18n/use-translations";

/** What the UserMenu shows. Loaded when it opens. */
export default function UserMenuPanel({ user, setLocale, signOut }: UserMenuProps) {
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
    <>
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
          <Icon name="icon-log-out" />
          {t("signOut")}
        </SubmitButton>
      </form>
    </>
  );
}
