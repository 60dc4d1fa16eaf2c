"use client";

import { Monitor, Moon, Sun } from "lucide-react";
import { useTranslations } from "next-intl";
import { useSyncExternalStore } from "react";
import { Segmented } from "@/components/ui/segmented";
import { chooseTheme, subscribeToTheme } from "@/components/ui/theme-store";

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
        { value: "system", label: t("themeSystem"), icon: <Monitor /> },
        { value: "light", label: t("themeLight"), icon: <Sun /> },
        { value: "dark", label: t("themeDark"), icon: <Moon /> },
      ]}
    />
  );
}
