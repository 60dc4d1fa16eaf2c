export const LOCALES = ["en", "fr"] as const;
export type Locale = (typeof LOCALES)[number];

export const LOCALE_COOKIE = "locale";

/** The language to speak: the chosen one, else the browser's first that we have, else English. */
export function pickLocale(chosen: string | undefined, acceptLanguage: string | null): Locale {
  const wanted = [
    chosen ?? "",
    ...(acceptLanguage ?? "").split(",").map((entry) => entry.split(";")[0] ?? ""),
  ];
  for (const tag of wanted) {
    const language = tag.trim().slice(0, 2).toLowerCase();
    const known = LOCALES.find((locale) => locale === language);
    if (known) return known;
  }
  return "en";
}
