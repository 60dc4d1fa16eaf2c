export const THEME_COOKIE = "theme";

/** The chosen look; undefined follows the system. */
export function parseTheme(text: string | undefined): "light" | "dark" | undefined {
  return text === "light" || text === "dark" ? text : undefined;
}
