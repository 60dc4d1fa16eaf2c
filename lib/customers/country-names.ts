import "server-only";
import countries from "i18n-iso-countries/index";
import english from "i18n-iso-countries/langs/en.json";
import french from "i18n-iso-countries/langs/fr.json";

// The package's own entry for Node loads its 77 languages; the portal speaks two.
countries.registerLocale(english);
countries.registerLocale(french);

export type CodeName = { code: string; name: string };

/** A country's name in the reader's language for its ISO code; an unknown code stands for itself. */
export function countryName(locale: string, code: string): string {
  return countries.getName(code, locale) ?? code;
}

/** Every country with its name in the reader's language, in alphabetical order. */
export function countryOptions(locale: string): CodeName[] {
  return Object.entries(countries.getNames(locale))
    .map(([code, name]) => ({ code, name }))
    .sort((a, b) => a.name.localeCompare(b.name, locale));
}
