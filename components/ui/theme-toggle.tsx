"use client";

import { useSyncExternalStore } from "react";
import { Icon } from "@/components/ui/icon";
import { Segmented } from "@/components/ui/segmented";
import { chooseTheme, subscribeToTheme } from "@/components/ui/theme-store";
import { useTranslations } from "@/lib/i18n/use-translations";

/** Light, dark, or as the device. The server paints the choice from a cookie, so no page flashes. */
export function ThemeToggle() {
  const t = useTranslations("common");
  const current = useSyncExternalStore(
    subscribeToTheme,
    () => document.documentElement.dataset.theme ?? "system",
    () => "system",
  );
  return (
    <Segmented
      label={t("theme")}
      value={current}
      onChange={chooseTheme}
      options={[
        { value: "system", label: t("themeSystem"), icon: <Icon name="icon-monitor" /> },
        { value: "light", label: t("themeLight"), icon: <Icon name="icon-sun" /> },
        { value: "dark", label: t("themeDark"), icon: <Icon name="icon-moon" /> },
      ]}
    />
  );
}
