import { writePreference } from "@/components/ui/write-preference";
import { getThemeAttribute, THEME_COOKIE } from "@/lib/preferences";

const listeners = new Set<() => void>();

export function subscribeToTheme(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Light, dark, or (anything else) as the device; remembered in this browser. */
export function chooseTheme(value: string): void {
  const theme = getThemeAttribute(value);
  if (theme) document.documentElement.dataset.theme = theme;
  else delete document.documentElement.dataset.theme;
  writePreference(THEME_COOKIE, theme);
  for (const listener of listeners) listener();
}
