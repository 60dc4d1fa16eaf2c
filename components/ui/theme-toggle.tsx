"use client";

import { Monitor, Moon, Sun } from "lucide-react";
import { useTranslations } from "next-intl";
import { useSyncExternalStore } from "react";
import { Segmented } from "@/components/ui/segmented";
import { writePreference } from "@/components/ui/write-preference";
import { getThemeAttribute, THEME_COOKIE } from "@/lib/preferences";

const listeners = new Set<() => void>();

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

function choose(value: string): void {
  const theme = getThemeAttribute(value);
  if (theme) document.documentElement.dataset.theme = theme;
  else delete document.documentElement.dataset.theme;
  writePreference(THEME_COOKIE, theme);
  for (const listener of listeners) listener();
}

/** Light, dark, or as the device. The server paints the choice from a cookie, so no page flashes. */
export function ThemeToggle() {
  const t = useTranslations("common");
  const current = useSyncExternalStore(
    subscribe,
    () => document.documentElement.dataset.theme ?? "system",
    () => "system",
  );
  return (
    <Segmented
      label={t("theme")}
      value={current}
      onChange={choose}
      options={[
        { value: "system", label: t("themeSystem"), icon: <Monitor /> },
        { value: "light", label: t("themeLight"), icon: <Sun /> },
        { value: "dark", label: t("themeDark"), icon: <Moon /> },
      ]}
    />
  );
}
